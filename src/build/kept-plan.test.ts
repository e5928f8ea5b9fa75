import { closeSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PagePlan } from "../site/page.ts";
import { openPlan, readModel } from "./kept-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The pages of a plan, with their models as they lie in its file. */
function planned(digest: string, plan: () => Iterable<PagePlan>) {
  const { pages, file } = openPlan(join(folder, "site.plan"), { digest, plan });
  const found = pages.map(({ address, model, reads }) => {
    return { address, model: readModel(file, model), reads };
  });
  closeSync(file);
  return found;
}

const never = (): never => {
  throw new Error("planned anew");
};

test("a plan is kept, and made anew when it follows from something else", () => {
  const site = Array.from({ length: 600 }, (_, number) => ({
    address: `${number}/`,
    model: { number, text: "é €".repeat(number % 7) },
    reads: number % 2 === 0 ? [] : [`Q${number}`],
  }));
  expect(planned("one", () => site)).toEqual(site);
  expect(planned("one", never)).toEqual(site);
  expect(planned("two", () => [])).toEqual([]);
  expect(planned("two", never)).toEqual([]);
  expect(() => planned("one", never)).toThrow("planned anew");
});
