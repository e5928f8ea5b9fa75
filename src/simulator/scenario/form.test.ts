import { describe, expect, test } from "vitest";
import { formatPlace } from "../../article/finding.ts";
import type { Article } from "../../article/schema.ts";
import { compileScenario } from "./compile.ts";

/** What authors get wrong in the form of a scenario, and what they are told: each from a trial with a new author. */

const article: Article = {
  frontMatter: { id: "KB1", title: "A counter", symptoms: "It stops." },
  body: "",
};

const INDENT = " ".repeat(6);
const findings = (rules: string, more = "", remedies = "{}"): string[] => {
  const scenarioText = `title: A counter
views: [lanes, tables]
settings: { n: { label: Count, from: 0, to: 300, default: 1 } }
tables: { seen: { title: Seen, columns: [Count, What] } }
let: { twice: n * 2 }
actions:
  look:
    label: Look
    rules:
${rules.replaceAll(/^/gm, INDENT)}
  next: { label: Next, rules: { set: n, to: n + 1 } }
buttons: { Look: look }
remedies: ${remedies}
demonstration: [look]
${more}`;
  return compileScenario({ article, scenarioText, file: "s.yaml" }).findings.map(
    ({ place, reason, note = "" }) => `${formatPlace(place)} ${reason} ${note}`.trim(),
  );
};

describe("a part that may have many forms is held against the one that was meant", () => {
  test.each([
    ["- { row: seen, cells: [0, x] }", ["s.yaml:10:30 Expected a text, found 0."]],
    [
      "- { row: seen, cell: [x, y] }",
      [
        's.yaml:10:9 "cells" is missing here.',
        's.yaml:10:22 Unexpected "cell", expected one of row, cells. Did you mean "cells"?',
      ],
    ],
    ["- { message: A, title: 3 }", ["s.yaml:10:30 Expected a text, found 3."]],
    [
      "- { each: x, in: '[n]', do: { row: seen, cells: [0, x] } }",
      ["s.yaml:10:56 Expected a text, found 0."],
    ],
  ])("%s", (rules, expected) => {
    expect(findings(rules)).toEqual(expected);
  });

  test("which one was meant is not guessed", () => {
    const [finding, ...others] = findings("- { shout: It stops. }");
    expect(finding).toMatch(
      /^s.yaml:10:9 Expected an effect: set, act, converse, .*wrong or byDesign\.$/,
    );
    expect(others).toEqual([]);
  });
});

describe("rules and effects", () => {
  test("do not stand in one list", () => {
    const rules = "- { set: n, to: 1 }\n- { when: n > 1, then: { works: It counts. } }";
    expect(findings(rules)).toEqual([
      "s.yaml:10:9 Unexpected effect beside rules, expected `when` and `then`: put it into their `then`, or into an action of its own.",
    ]);
  });

  test("do not stand in one another", () => {
    const rules = "- then: [{ when: n > 1, then: { works: It counts. } }, { fails: It stops. }]";
    expect(findings(rules)).toEqual([
      "s.yaml:10:16 Unexpected rule, expected an effect: let an action of its own decide, and `act` that one.",
    ]);
  });

  test("each effect stands alone, and each rule does something", () => {
    expect(findings("- { works: It counts., fails: It stops. }")).toEqual([
      "s.yaml:10:9 Unexpected works and fails in one effect, expected each in a { } of its own.",
    ]);
    expect(findings("- { when: n > 1, then: [] }")).toEqual([
      "s.yaml:10:30 Expected at least one item, found none.",
    ]);
    expect(findings("- { when: n > 1, works: It counts. }")).toEqual([
      's.yaml:10:7 "then" is missing here.',
      's.yaml:10:24 Unexpected "works", expected one of when, then.',
    ]);
  });

  test("what an action acts stands above it", () => {
    expect(findings("- { act: next }")).toEqual([
      's.yaml:10:16 The action "next" is not declared above this one, expected it there: an action acts only what stands above it.',
    ]);
  });
});

test("a remedy does not calculate", () => {
  const remedies = "{ more: { label: More, set: { n: n + 1 }, quote: It stops } }";
  expect(findings("- { works: It counts. }", undefined, remedies)).toEqual([
    's.yaml:13:44 "n" is a whole number from 0 to 300, not "n + 1". A remedy sets values; it does not calculate.',
  ]);
});

describe("texts", () => {
  test("with a colon stand in quotes", () => {
    const check = "check: [{ ends: works, shows: [Event ID: 7000] }]";
    expect(findings("- { works: It counts. }", check)).toEqual([
      "s.yaml:15:32 Expected a text, found a map. A text with a colon and a blank in it has to stand in quotes.",
    ]);
  });

  test("with a brace stand in quotes within braces", () => {
    expect(findings("- { works: Count {n}. }")[0]).toContain(
      "Within { } a text or expression with a comma, a colon or a brace in it has to stand in quotes.",
    );
  });

  test("name values and do not calculate", () => {
    expect(findings('- { works: "{n}, {twice}, {n * 2}, {0F-1A}." }')).toEqual([
      's.yaml:10:33 Unexpected "{n * 2}" in a sentence, expected the name of a value in { }. ' +
        "Give what is calculated a name under `let`, and write that name.",
    ]);
  });
});
