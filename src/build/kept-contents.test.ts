import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArticleContent } from "../site/article-content.ts";
import { KeptContents } from "./kept-contents.ts";

const content = (title: string) => ({ front: { title } }) as ArticleContent;

test("what was kept is given as it was, in any order, once", () => {
  const title = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      (titles, picks) => {
        const kept = new KeptContents();
        for (const [number, text] of titles.entries()) kept.keep(`Q${number}`, content(text));
        const order = [...titles.keys()];
        while (order.length > 0) {
          const [number = 0] = order.splice((picks.next().value as number) % order.length, 1);
          expect(kept.take(`Q${number}`)).toEqual(content(titles[number] ?? ""));
          expect(kept.take(`Q${number}`)).toBeUndefined();
        }
        kept.close();
      },
    ),
    { numRuns: 40 },
  );
});

test("what is kept after something was taken is there, too", () => {
  const kept = new KeptContents();
  kept.keep("Q1", content("one"));
  expect(kept.take("Q1")).toEqual(content("one"));
  kept.keep("Q2", content("two"));
  expect(kept.take("Q2")).toEqual(content("two"));
  kept.close();
});
