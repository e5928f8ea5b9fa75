import { describe, expect, test } from "vitest";
import { formatPlace } from "../../article/finding.ts";
import type { Article } from "../../article/schema.ts";
import { checkScenario } from "../proof.ts";

const article: Article = {
  frontMatter: {
    id: "KB1",
    title: "A counter",
    symptoms: "It stops.\n\n```message\nNo room for <name>.\n```\n",
    workaround: "Set it to zero.",
  },
  body: "",
};

const scenario = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    title: "A counter",
    views: "[lanes]",
    settings: "{ n: { label: Count, from: 0, to: 300, default: 255, opens: 254 } }",
    variables: "{ half: { type: u8, label: Half, is: 0 } }",
    actions: `
  add: { label: Add one, rules: { set: n, to: n + 1 } }
  look:
    label: Look
    rules:
      - { when: n < 255, then: [{ set: half, to: n / 2 }, { works: "It counts." }] }
      - then: [{ message: { at: symptoms, block: message-1, fill: { <name>: n } } }, { fails: It stops. }]`,
    buttons: "{ Add one: add, Look: look }",
    remedies: "{ zero: { label: Zero, set: { n: 0 }, quote: Set it to zero } }",
    demonstration: "[add, look]",
    ...changes,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join("\n");

const findings = (changes: Readonly<Record<string, string>>): string[] =>
  checkScenario({ article, scenarioText: scenario(changes), file: "s.yaml" }).findings.map(
    ({ place, reason, note = "" }) => `${formatPlace(place)} ${reason} ${note}`.trim(),
  );

test("a scenario that does what it says", () => {
  expect(findings({})).toEqual([]);
});

const ACTIONS = (look: string) => `
  add: { label: Add one, rules: { set: n, to: n + 1 } }
  look:
    label: Look
    rules:
${look}`;
const WORKS = '      - { when: n < 255, then: { works: "It counts." } }\n';
const FAILS = "      - then: [{ message: No room for <name>. }, { fails: It stops. }]";

describe("what does not hold is told with the run that shows it", () => {
  test("a rule that never acts", () => {
    const actions = ACTIONS(`${WORKS}      - { when: n > 300, then: { wait: Never. } }\n${FAILS}`);
    expect(findings({ actions })).toEqual([
      "s.yaml:11:9 No run reaches this rule: expected one that does, or no rule.",
    ]);
  });

  test("a probe that ends in no outcome", () => {
    const actions = ACTIONS(`${WORKS}      - then: { message: No room for <name>. }`);
    expect(findings({ actions })).toEqual([
      "s.yaml:14:16 Unexpected end without an outcome (works, fails, hangs, wrong or byDesign) at the end of the demonstration, " +
        "expected a failure. See it with: npx kb simulate KB1 --set n=254 --run add look",
    ]);
  });

  test("the command names the folder of the articles where it is not the usual one", () => {
    const [finding] = checkScenario({
      article,
      scenarioText: scenario({ demonstration: "[look]" }),
      file: "s.yaml",
      content: "my articles",
    }).findings;
    expect(finding?.note).toBe(
      "See it with: npx kb simulate KB1 --content 'my articles' --set n=254 --run look",
    );
  });

  test("a calculation that stops without rules for it", () => {
    const actions = ACTIONS(
      `${WORKS}      - then: [{ message: No room for <name>. }, { fails: It stops. }, { set: half, to: n * 2 }]`,
    );
    expect(findings({ actions })).toEqual([
      's.yaml:5:1 A calculation stops: 510 is not between 0 and 255. Expected rules for it under "on". ' +
        "See it with: npx kb simulate KB1 --run look",
    ]);
  });

  test("a message that no run shows, unless it is listed", () => {
    const actions = ACTIONS(`${WORKS}      - then: { fails: It stops. }`);
    expect(findings({ actions })).toEqual([
      's.yaml:5:1 No run shows "No room for <name>." of symptoms message-1, as the article does. ' +
        "Let a rule say it, or list the block under `notModelled` with the reason.",
    ]);
    const notModelled = "[{ at: symptoms, block: message-1, because: It needs a name. }]";
    expect(findings({ actions, notModelled })).toEqual([]);
  });

  test("a message of the running text that no run shows, unless it is listed", () => {
    const messages = ["No room for <name>.", "Out of paper."];
    const spoken = { ...article, frontMatter: { ...article.frontMatter, messages } };
    const found = (changes = {}) =>
      checkScenario({ article: spoken, scenarioText: scenario(changes), file: "s.yaml" }).findings;
    expect(found().map(({ reason }) => reason)).toEqual([
      'No run shows "Out of paper.", as the article does.',
    ]);
    const notModelled = "[{ message: Out of paper., because: It is another failure. }]";
    expect(found({ notModelled })).toEqual([]);
  });

  test("a dead end: after the failure nothing that can be pressed does anything", () => {
    const actions = `
  look:
    label: Look
    rules:
      - { when: n < 255, then: { works: It counts. } }
      - when: half == 0
        then: [{ message: No room for <name>. }, { set: half, to: 1 }, { fails: It stops. }]`;
    const given = { actions, buttons: "{ Look: look }", remedies: "{}" };
    expect(findings({ ...given, demonstration: "[set n=255, look]" })).toEqual([
      expect.stringContaining("Nothing that can be pressed does anything any more") as string,
    ]);
    const hangs = actions.replace("{ fails: It stops. }", "{ hangs: It stops. }");
    expect(findings({ ...given, actions: hangs, demonstration: "[set n=255, look]" })).toEqual([]);
  });

  test("an example that does not come out", () => {
    const check = "[{ set: { n: 9 }, ends: fails, shows: room, values: { half: 5 } }]";
    expect(findings({ check })).toEqual([
      's.yaml:15:9 Unexpected "works" at the end of this example, expected "fails". See it with: npx kb simulate KB1 --set n=9 --run look',
      's.yaml:15:9 This example does not show "room". See it with: npx kb simulate KB1 --set n=9 --run look',
      's.yaml:15:9 Unexpected 4 in "half" at the end of this example, expected 5. See it with: npx kb simulate KB1 --set n=9 --run look',
    ]);
  });
});

test("rows that cannot be drawn as their table says", () => {
  const tables = "{ days: { title: Days, columns: [Day], as: calendar } }";
  const actions = ACTIONS(
    `      - { when: n < 255, then: [{ row: days, cells: ["{n}"] }, { works: "It counts." }] }\n${FAILS}`,
  );
  expect(findings({ tables, actions, variables: "{}" })).toEqual([
    's.yaml:15:52 Unexpected "0" at the beginning of a row, expected a date such as 2000-02-29.',
  ]);
});

test("a text with a comma in braces is told what it lacks", () => {
  const found = findings({ remedies: "{ zero: { label: Zero, quote: Set it, to zero } }" });
  expect(found.join()).toContain(
    "Within { } a text or expression with a comma, a colon or a brace",
  );
  const [colon] = findings({
    settings: "{ n: { label: Count: all, from: 0, to: 9, default: 1 } }",
  });
  expect(colon).toContain("Within { } a text or expression with a comma, a colon or a brace");
});

test("what was tried of what there is, and what was not, is told to the reader", () => {
  const summary = (changes = {}) =>
    checkScenario({ article, scenarioText: scenario(changes), file: "s.yaml" }).scenario?.checked;
  expect(summary()).toContain(" All 4 combinations of choices and boundary values were tried.");
  expect(summary()).toContain(" Longer runs were not played.");
  const many = Array.from(
    { length: 11 },
    (_, i) => `c${i}: { label: C, default: a, choices: { a: A, b: B } }`,
  );
  const settings = `{ n: { label: Count, from: 0, to: 300, default: 255, opens: 254 }, ${many.join(", ")} }`;
  expect(summary({ settings })).toContain(" 600 of 8,192 combinations of choices");
});

test("filled placeholders are marked as filled", async () => {
  const { play } = await import("../kernel.ts");
  const { scenario: compiled } = checkScenario({
    article,
    scenarioText: scenario(),
    file: "s.yaml",
  });
  if (compiled === undefined) throw new Error("It was not proved.");
  const box = play(compiled, compiled.demonstration).steps.at(-1)?.effects[0];
  expect(box).toMatchObject({
    kind: "message",
    text: "No room for 255.",
    marks: [{ kind: "filled", name: "n" }],
    provenance: { kind: "quote", words: "No room for <name>." },
  });
});
