import { expect, test } from "vitest";
import { checkFiles, filesOf, TooManyFiles } from "./limits.ts";

const archive = { pages: 65_500, articles: 60_335, assets: 60, hasSearch: true };

test("the whole archive fits in the 100,000 files of a static host, with its search", () => {
  expect(filesOf(archive)).toBeLessThan(100_000);
  expect(() => checkFiles(archive, 100_000)).not.toThrow();
});

test("a host of 20,000 files is told how much of the archive would fit", () => {
  expect(() => checkFiles(archive, 20_000)).toThrow(TooManyFiles);
  expect(() => checkFiles(archive, 20_000)).toThrow(
    /--max-files allows 20,000\. About 1\d,\d{3} of its 60,335/,
  );
});
