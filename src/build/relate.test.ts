import { expect, test } from "vitest";
import { entryOf } from "../site/entry.ts";
import { askThread } from "../thread.ts";
import { entryJson } from "./entry-json.ts";
import { relateHere, type RelateTask } from "./relate.ts";

const entries = Array.from({ length: 300 }, (_, n) =>
  entryOf({
    frontMatter: { id: `Q${1000 + n}`, title: `Spooler${n >> 1} quota${n >> 1}`, products: ["P"] },
    body: "",
  }),
);
const task: RelateTask = {
  kind: "relate",
  entries: Buffer.from(entries.map((entry) => entryJson(entry)).join()),
  select: [],
};

test("a thread finds the same related articles", async () => {
  const found = relateHere(task);
  expect([...found.related.numbers.slice(0, 4)]).toEqual([1, 0, 3, 2]);
  const module = new URL("./relate-thread.ts", import.meta.url);
  expect(await askThread<RelateTask, { relate: typeof found }>(module, task)).toEqual(found);
});

test("only articles that the site has are related, by their numbers among these", () => {
  const found = relateHere({ ...task, select: ["Q1010-Q1300"] });
  expect([...found.related.numbers.slice(0, 4)]).toEqual([1, 0, 3, 2]);
  expect(found.related.starts).toHaveLength(291);
});
