import { describe, expect, test } from "vitest";
import { formatPlace } from "../article/finding.ts";
import type { Article } from "../article/schema.ts";
import { citedIds } from "./cited.ts";
import { checkScenario } from "./proof.ts";
import { readQ298836 } from "./scenario.testing.ts";

const shipped = { ...readQ298836(), file: "simulator.yaml" };

/** The findings on the shipped scenario with one thing changed in it. */
function findingsAfter(from: string, to: string): string[] {
  if (!shipped.scenarioText.includes(from))
    throw new Error(`The scenario does not have "${from}".`);
  const scenarioText = shipped.scenarioText.replace(from, to);
  const { scenario, findings } = checkScenario({ ...shipped, scenarioText });
  expect(scenario === undefined).toBe(findings.length > 0);
  return findings.map(
    ({ place, reason, ruleId, note }) =>
      `${formatPlace(place)} ${reason} [${ruleId}]${note === undefined ? "" : ` ${note}`}`,
  );
}

test("the shipped scenario is proved", () => {
  const { scenario, findings } = checkScenario(shipped);
  expect(findings).toEqual([]);
  expect(scenario).toMatchObject({
    id: "Q298836",
    digest: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
  });
});

test("a scenario is plain JSON, the same at every compilation", () => {
  const { scenario } = checkScenario(shipped);
  expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  expect(checkScenario(shipped).scenario).toEqual(scenario);
});

describe("form", () => {
  test("broken YAML", () => {
    expect(findingsAfter("views: [gauge", "views: [gauge]]")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:4:15 Unexpected flow-seq-end token in YAML stream: "]". [simulator/yaml]",
      ]
    `);
  });

  test("a misspelt key", () => {
    expect(findingsAfter("demonstration:", "demonstraton:")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:2:1 "demonstration" is missing here. [simulator/schema]",
        "simulator.yaml:49:1 Unexpected "demonstraton", expected one of title, uses, views, settings, variables, tables, limit, let, mailbox, sessions, events, placeholders, fills, actions, on, buttons, remedies, demonstration, probe, opensFailing, check, notModelled, teaches, ask, why. Did you mean "demonstration"? [simulator/schema]",
      ]
    `);
  });

  test("a misspelt view", () => {
    expect(findingsAfter("[gauge,", "[gauges,")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:4:9 Expected one of gauge, register, terminal, events, lanes, messages, tables, beside, found "gauges". Did you mean "gauge"? [simulator/schema]",
      ]
    `);
  });

  test("a setting that is neither range nor choice", () => {
    expect(findingsAfter("from: 0, to: 200000, default: 65536", "from: 0, default: 65536"))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:6:13 Expected either \`choices\`, or \`from\` and \`to\`, or a \`type\`. [simulator/schema]",
        ]
      `);
  });

  test("an effect that there is not", () => {
    expect(findingsAfter("{ then: converse }", "{ then: talk }")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:39:126 Expected an effect: set, act, converse, log, wait, note, say, type, message, row, beside, each, works, fails, hangs, wrong or byDesign. [simulator/schema]",
      ]
    `);
  });

  test("inferred words without a reason", () => {
    expect(findingsAfter(", because: The article has no IMAP4 text; these are POP3’s words.", ""))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:20:29 Expected \`because\`, the reason, with \`inferred\` and nowhere else. [simulator/schema]",
        ]
      `);
  });
});

describe("names and types", () => {
  test("an expression that names nothing", () => {
    expect(findingsAfter("messages <= limit", "mesages <= limit")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:12:37 Nothing is called "mesages". Did you mean "messages"? [simulator/expression]",
      ]
    `);
  });

  test("an expression that compares with no choice", () => {
    expect(findingsAfter('client == "mapi"', 'client == "mappi"')).toMatchInlineSnapshot(`
      [
        "simulator.yaml:38:74 Unexpected "mappi", expected one of pop3, imap4, mapi. Did you mean "mapi"? [simulator/expression]",
      ]
    `);
  });

  test("a value beyond its setting's range", () => {
    expect(findingsAfter("opens: 65535", "opens: 200001")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:6:75 "messages" is a whole number from 0 to 200000, not "200001". [simulator/bad-value]",
      ]
    `);
  });

  test("a button for an action that there is not", () => {
    expect(findingsAfter("thousand: deliver 1000", "thousand: delivr 1000")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:42:64 There is no action "delivr": expected one of deliver, session, wait, delete, set, apply, type. Did you mean "deliver"? [simulator/bad-input]",
      ]
    `);
  });

  test("an event that there is not, in a rule written shortly", () => {
    expect(findingsAfter("- log: logonFailed", "- log: logonFailure")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:28:12 There is no event "logonFailure": expected one of logonFailed. Did you mean "logonFailed"? [simulator/unknown-name]",
      ]
    `);
  });

  test("an utterance that the device does not have, and one that its protocol does not allow", () => {
    expect(findingsAfter("user: +OK,", "uzer: +OK,")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:18:19 There is no utterance of pop3 "uzer": expected one of greeting, user, loggedOn, refused, ok, signingOff, unknown, notNow, badArgument, noMessage, data. Did you mean "user"? [simulator/unknown-name]",
      ]
    `);
    expect(findingsAfter("refused: -ERR Unspecified error", "refused: Unspecified error"))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:18:33 Unexpected "Unspecified error", expected words that begin with "-ERR", as the protocol asks. [simulator/wrong-beginning]",
        ]
      `);
  });

  test("a phrase book that there is not", () => {
    expect(findingsAfter("uses: exchange", "uses: exchang").at(0)).toMatchInlineSnapshot(
      `"simulator.yaml:3:7 There is no phrase book "exchang": expected one of exchange. Did you mean "exchange"? [simulator/unknown-name]"`,
    );
  });

  test("an action that would lead back to itself", () => {
    expect(findingsAfter("act: deliver", "act: wait")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:40:89 The action "wait" is not declared above this one, expected it there: an action acts only what stands above it. [simulator/unknown-name]",
      ]
    `);
  });
});

describe("words", () => {
  test("a quote that the article does not have", () => {
    expect(findingsAfter("refused: -ERR Unspecified error", "refused: -ERR Unknown error"))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:18:33 Unexpected quote "-ERR Unknown error", expected words of the article. [simulator/quote-not-found] Quote it as the article has it, or give it as \`cited\` or \`inferred\`.",
        ]
      `);
  });

  test("a quote that ends inside a word of the article", () => {
    expect(findingsAfter("use a MAPI client }", "use a MAPI cli }")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:45:67 Unexpected quote "use a MAPI cli", expected words of the article. [simulator/quote-not-found] Quote it as the article has it, or give it as \`cited\` or \`inferred\`.",
      ]
    `);
  });

  test("a block that the article does not have", () => {
    expect(findingsAfter("block: event-1", "block: event-2")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:23:47 There is no block "event-2" in symptoms: expected one of paragraph-1, paragraph-2, event-1. Did you mean "event-1"? [simulator/no-such-block]",
      ]
    `);
  });

  test("words cited from an article that is there and does not have them", () => {
    const other: Article = {
      frontMatter: { id: "Q322825", title: "Commands" },
      body: "They are stat and quit.",
    };
    const articleById = (id: string) => (id === "Q322825" ? other : undefined);
    const { scenario, findings } = checkScenario({ ...shipped, articleById });
    expect(scenario, "shown as cited, unchecked").toBeDefined();
    expect(findings.map(({ place, reason }) => `${formatPlace(place)} ${reason}`))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:17:12 Unexpected words "list", expected words of Q322825.",
        ]
      `);
  });

  test("the articles that may be cited are the scenario's and its phrase book's", () => {
    expect(citedIds(shipped.scenarioText)).toEqual(
      expect.arrayContaining(["Q322825", "Q189326", "Q161118", "Q163294"]),
    );
  });
});

describe("behaviour", () => {
  test("a page that opens with the failure", () => {
    expect(findingsAfter("opens: 65535", "opens: 65536")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:46:3 Unexpected "fails" with the remedy "agent" applied before the demonstration, expected "works". [simulator/no-cure] See it with: npx kb simulate Q298836 --with agent --run 'deliver 1' session",
        "simulator.yaml:49:16 Unexpected "fails" of the probe when the page opens, expected "works". [simulator/opens-failing] See it with: npx kb simulate Q298836 --run session",
      ]
    `);
  });

  test("a demonstration that does not reach the failure", () => {
    expect(findingsAfter("demonstration: [deliver 1, session]", "demonstration: [session]"))
      .toMatchInlineSnapshot(`
        [
          "simulator.yaml:49:16 Unexpected "works" at the end of the demonstration, expected a failure. [simulator/no-failure] See it with: npx kb simulate Q298836 --set messages=65535 --run session",
        ]
      `);
  });

  test("a remedy that changes nothing", () => {
    expect(findingsAfter("set: { server: ex2000 }", "set: { server: sp4 }")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:48:3 Unexpected "fails" with the remedy "ex2000" applied after the demonstration, expected "works". [simulator/no-cure] See it with: npx kb simulate Q298836 --set messages=65535 --run 'deliver 1' session 'apply ex2000' session",
      ]
    `);
  });

  test("a remedy that prevents, said to cure", () => {
    expect(findingsAfter("acts: from the start", "acts: on this run")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:46:3 Unexpected "fails" with the remedy "agent" applied after the demonstration, expected "works". [simulator/no-cure] See it with: npx kb simulate Q298836 --set messages=65535 --run 'deliver 1' session 'apply agent' session",
      ]
    `);
  });

  test("a limit that is one too high, and one that is one too low", () => {
    expect(findingsAfter("messages <= limit", "messages < limit")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:11:28 Unexpected "fails" at 65535, the limit, with client=pop3 server=rtm agent=off outcome=error, expected "works". [simulator/limit] See it with: npx kb simulate Q298836 --set messages=65535 server=rtm --run session",
        "simulator.yaml:46:3 Unexpected "fails" with the remedy "agent" applied before the demonstration, expected "works". [simulator/no-cure] See it with: npx kb simulate Q298836 --set messages=65535 --with agent --run 'deliver 1' session",
        "simulator.yaml:49:16 Unexpected "fails" of the probe when the page opens, expected "works". [simulator/opens-failing] See it with: npx kb simulate Q298836 --set messages=65535 --run session",
      ]
    `);
    expect(findingsAfter("messages <= limit", "messages <= limit + 1")).toMatchInlineSnapshot(`
      [
        "simulator.yaml:11:28 Unexpected "works" at 65536, one over the limit, expected a failure. [simulator/limit] See it with: npx kb simulate Q298836 --run session",
        "simulator.yaml:49:16 Unexpected "works" at the end of the demonstration, expected a failure. [simulator/no-failure] See it with: npx kb simulate Q298836 --set messages=65535 --run 'deliver 1' session",
      ]
    `);
  });
});
