import { expect, test } from "vitest";
import { sectionsOf } from "./sections.ts";

const frontMatter = { id: "Q1", title: "One", symptoms: "S", cause: "C" };
const body =
  "Opening.\n\n## More information\n\n```text\n## no heading\n```\n\n## Symptoms\n\nMore.";

test("sections come in their usual order, those of the body last", () => {
  expect(sectionsOf({ frontMatter, body }).map(({ key, heading }) => [key, heading])).toEqual([
    ["symptoms", "Symptoms"],
    ["cause", "Cause"],
    ["opening", ""],
    ["moreInformation", "More information"],
    ["symptoms2", "Symptoms"],
  ]);
});

test("a fence behind the marker of an item is a fence", () => {
  const inItem = "## One\n\n- ```text\n  x\n  ```\n\n## Two\n\nText.";
  expect(
    sectionsOf({ frontMatter: { id: "Q1", title: "One" }, body: inItem }).map(
      ({ heading }) => heading,
    ),
  ).toEqual(["One", "Two"]);
});

test("`order` puts them as the source had them", () => {
  const order = ["opening", "cause", "moreInformation", "symptoms"];
  expect(
    sectionsOf({ frontMatter: { ...frontMatter, order }, body }).map(({ key }) => key),
  ).toEqual(["opening", "cause", "moreInformation", "symptoms", "symptoms2"]);
});
