import { describe, expect, test } from "vitest";
import { CORPUS } from "./corpus/files.ts";
import { bytesOf, momentsOf, replaysOf, strangeIn } from "./replay/corpus.ts";
import { reach } from "./replay/labels.ts";
import { MOST_BYTES } from "../src/simulator/replay/fit.ts";

if (CORPUS === undefined) console.warn("replays of the archive are not tested: set KB_CORPUS");

test("a text that the source has not is noticed", () => {
  expect(strangeIn(["It\nstops.", "It runs."], "Then it\r\n  It stops. So")).toEqual(["It runs."]);
});

describe.skipIf(CORPUS === undefined)("replays of the archive", () => {
  const all = CORPUS === undefined ? [] : replaysOf(CORPUS);

  test("show nothing that does not stand in the article", () => {
    const strange = all.filter((found) => found.strange.length > 0);
    expect(strange.map(({ file, strange: texts }) => [file, texts])).toEqual([]);
  });

  test("are there for 85 % of the articles in which a person saw something happen", () => {
    const ids = new Set(
      all.flatMap(({ article, replay }) => (replay ? [article.frontMatter.id] : [])),
    );
    for (const draw of [1, 2]) {
      const { found, of } = reach(draw, (id) => ids.has(id));
      expect(of).toBeGreaterThan(20);
      expect(found / of).toBeGreaterThanOrEqual(0.85);
    }
  });

  test("hold no more than they may", () => {
    const large = all.filter(({ replay }) => replay && bytesOf(replay) > MOST_BYTES);
    expect(large.map(({ file }) => file)).toEqual([]);
  });

  test("tell each version that can be chosen something else", () => {
    const wrong = all.filter(({ replay }) => {
      const groups = [...(replay?.versions.keys() ?? [])];
      const told = groups.map((group) =>
        momentsOf(replay)
          .map(({ versions }) => versions?.includes(group) ?? true)
          .join(),
      );
      return new Set(told).size < groups.length;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});
