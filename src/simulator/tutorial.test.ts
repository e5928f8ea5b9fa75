import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Article } from "../article/schema.ts";
import { checkScenario } from "./proof.ts";

/** The YAML pieces of the tutorial, one after the other, are a scenario. Its article holds what the pieces quote. */
const tutorial = readFileSync(
  new URL("../../docs/simulators-tutorial.md", import.meta.url),
  "utf8",
);
const pieces = Array.from(tutorial.matchAll(/```yaml\n(.*?)```/gs), (match) => match[1]);
const scenarioText = ["title: A fax journal\nviews: [gauge, messages, lanes]\n", ...pieces].join(
  "",
);

const article: Article = {
  frontMatter: {
    id: "KB100001",
    title: "The fax journal is full",
    symptoms: "You receive this error message:\n\n```message\nThe journal cannot be opened.\n```\n",
    cause: "The journal is kept in a list of 1,000 lines.",
    workaround: "To work around this problem, empty the journal once a month.",
  },
  body: "",
};

test("the tutorial's pieces are one proven scenario", () => {
  const { scenario, findings } = checkScenario({ article, scenarioText, file: "simulator.yaml" });
  expect(findings).toEqual([]);
  expect(scenario?.checked).toContain("changes between 1,000 and 1,001 as it says");
  expect(scenario?.checked).toContain("2 examples of the author’s came out");
});
