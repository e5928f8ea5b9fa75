import { describe, expect, test } from "vitest";
import type { Section } from "../../article/sections.ts";
import { fitted } from "./fit.ts";
import type { Moment } from "./replay.ts";
import { remediesOf } from "./remedies.ts";
import { tellingOf } from "./telling.ts";

/** Faults that a reader found in replays, each mended by a rule: see docs/replays-read.md. */

const symptoms = section("symptoms", "The bell may stop with an error.");

test("what is seen on the way to another end is not the failure", () => {
  const steps = `1. Take the bell down.\n\n   > [!NOTE]\n   > You may see a message such as:\n\n   \`\`\`message\n   Bell missing.\n   \`\`\`\n\n2. Close the lid. The message "All is well" appears.`;
  const told = (lead: string) =>
    tellingOf([symptoms, section("moreInformation", `${lead}\n\n${steps}`)]);
  expect(told("To install the fix, follow these steps:")).toEqual([]);
  expect(told("To see it, follow these steps:").map(({ text }) => text)).toContain(
    'Close the lid. The message "All is well" appears.',
  );
});

test("a sentence goes with the aside that it ends", () => {
  const [remedy] = remediesOf([
    section(
      "resolution",
      'Close the lid.\n\nFor more information about lids, type the following text\n\n```text\n"lids"\n```\n\nand then click Display.\n\nOpen the lid again.',
    ),
  ]);
  expect(remedy?.moments.map(({ text }) => text)).toEqual([
    "Close the lid.",
    "Open the lid again.",
  ]);
});

test("nothing follows on a block that was cut, but for what is seen first", () => {
  const long = { kind: "text" as const, text: "ring\n".repeat(500) };
  const message = { kind: "message" as const, text: "Bell missing." };
  const kinds = (...shown: (typeof long | typeof message)[]) =>
    fitted({
      versions: [],
      telling: [{ section: symptoms, text: "Ring:", shown }],
      remedies: [],
    }).telling[0]?.shown.map(({ kind }) => kind);
  expect(kinds(message, long, message)).toEqual(["message", "text"]);
  expect(kinds(long, message, message)).toEqual(["text", "message"]);
});

const FENCE = "```";

/** Each moment of symptoms in Markdown, with what is shown below it: `text < kind: block`. */
function told(markdown: string): string[] {
  return tellingOf([section("symptoms", markdown)]).map(lineOf);
}

function lineOf({ marker = "", text, shown, isCut }: Moment): string {
  const blocks = shown.map(({ kind, text }) => ` < ${kind}: ${text}`).join("");
  return `${marker}${text}${blocks}${isCut === true ? " …" : ""}`;
}

function block(info: string, text: string): string {
  return `${FENCE}${info}\n${text}\n${FENCE}`;
}

describe("what is a message, and what the article's own", () => {
  test("an item that announces a message is none, nor is the item beside it", () => {
    const item = "You may receive the following message when you ring:";
    const markdown = `You may notice the following errors:\n\n- ${item}\n\n  ${block("message", "Bell missing.").replaceAll("\n", "\n  ")}\n\n- The lid opens.`;
    expect(told(markdown)).toEqual([
      "You may notice the following errors:",
      `–${item} < message: Bell missing.`,
      "–The lid opens.",
    ]);
  });

  test("items of a list of messages are messages", () => {
    expect(told("One of the following messages appears:\n\n- Lid open.\n- No bell.")).toEqual([
      "One of the following messages appears: < message: Lid open. < message: No bell.",
    ]);
  });

  test("one message of two paragraphs is one; of several each is one", () => {
    const blocks = [block("message", "Lid open."), block("message", "Close it.")].join("\n\n");
    expect(told(`You receive the following message:\n\n${blocks}`)).toEqual([
      "You receive the following message: < message: Lid open.\n\nClose it.",
    ]);
    expect(told(`You receive the following messages:\n\n${blocks}`)).toEqual([
      "You receive the following messages: < message: Lid open. < message: Close it.",
    ]);
  });

  test("a block by which the article goes on is a text", () => {
    const next = "When you ring again, the following message appears:";
    const blocks = [
      block("message", "Lid open."),
      block("message", next),
      block("message", "No bell."),
    ];
    expect(told(`You receive the following message:\n\n${blocks.join("\n\n")}`)).toEqual([
      "You receive the following message: < message: Lid open.",
      `${next} < message: No bell.`,
    ]);
  });

  test("a paragraph that a box shows is a message; what a book says is none", () => {
    const error = "You receive the following error:\n\n" + block("message", "Lid open.");
    expect(told(`${error}\n\nClicking the Details button shows:\n\nHinge bent.`).at(-1)).toBe(
      "Clicking the Details button shows: < message: Hinge bent.",
    );
    expect(
      told(`${error}\n\nOn page 3, the following text is displayed:\n\nHinge bent.`).at(-1),
    ).toBe("Hinge bent.");
  });

  test("`-and-` stands between two messages as `-or-` does", () => {
    const blocks = [block("message", "Lid open."), "-and-", block("message", "No bell.")];
    expect(told(`You receive the following messages:\n\n${blocks.join("\n\n")}`)).toEqual([
      "You receive the following messages: < message: Lid open. < or: -and- < message: No bell.",
    ]);
  });

  test("a sentence on a message, in a block of its own, is a text", () => {
    const note = "This message does not say which lid is open.";
    const blocks = [block("message", "Lid open."), block("message", note)].join("\n\n");
    expect(told(`Calls to an open lid result in the following message:\n\n${blocks}`)).toEqual([
      "Calls to an open lid result in the following message: < message: Lid open.",
      note,
    ]);
  });

  test("a message that is supposed to appear is not seen", () => {
    const seen = `You see this error:\n\n${block("message", "Lid open.")}`;
    const unseen = `A warning similar to the following is supposed to appear:\n\n${block("message", "Close it.")}`;
    expect(told(`${seen}\n\n${unseen}`).at(-1)).toMatch(/ < text: Close it\.$/);
  });

  test("a line between two blocks of a dump is of the dump", () => {
    const dump = block("text", "0000b2c4 00000000 00000000 bell!ring");
    expect(
      told(`The log shows this error:\n\n${dump}\n\nDump of thread 2\n\n${dump}`),
    ).toHaveLength(1);
  });

  test("inside a step, a heading below an announcement is the message", () => {
    const steps =
      "### Steps to reproduce\n\n1. Ring. You receive the following error:\n\n   ### No bell";
    const moments = tellingOf([symptoms, section("moreInformation", steps)]);
    expect(moments.map(lineOf)).toContain(
      "1.Ring. You receive the following error: < message: No bell",
    );
  });
});

describe("what a remedy shows", () => {
  const remedy = (markdown: string) =>
    remediesOf([section("resolution", markdown)])[0]?.moments.map(lineOf);

  test("neither who makes a thing, nor where to read on, nor what nobody vouches for", () => {
    const asides = [
      "Bells are manufactured by Contoso, a vendor independent of Microsoft; we make no warranty.",
      "If you have no lid, please see the following article in the Microsoft Knowledge Base:",
    ];
    expect(remedy(`Close the lid.\n\n${asides.join("\n\n")}\n\n- Q100001 Lids`)).toEqual([
      "Close the lid.",
    ]);
  });

  test("an article stays where a step leads to it", () => {
    expect(
      remedy("1. Do what is described in the following article:\n\n   - Q100001 Lids\n\n2. Ring."),
    ).toEqual(["1.Do what is described in the following article:", "–Q100001 Lids", "2.Ring."]);
  });

  test("a step that is only what is typed keeps its number; a comment is no heading", () => {
    expect(remedy(`1. Type:\n\n2. ${block("text", "ring").replaceAll("\n", "\n   ")}`)).toEqual([
      "1.Type:",
      "2. < text: ring",
    ]);
    expect(remedy(`1. ${block("registry", "Click OK.").replaceAll("\n", "\n   ")}`)).toEqual([
      "1.Click OK.",
    ]);
    expect(remedy("Change the line below:\n\n### \\*\\*\\* Bell\n\nThen ring.")).toEqual([
      "Change the line below: < text: *** Bell",
      "Then ring.",
    ]);
  });
});

describe("what is cut", () => {
  const moments = (...texts: string[]): Moment[] =>
    texts.map((text) => ({ section: symptoms, text, shown: [] }));
  const long = "The bell rings and rings. ".repeat(20).trim();
  const cut = (...texts: string[]) =>
    fitted({
      versions: [],
      telling: [],
      remedies: [{ section: symptoms, moments: moments(...texts) }],
    }).remedies[0]?.moments.map(lineOf);

  test("nothing, where all has room", () => {
    const text = "The bell rings and rings. ".repeat(60).trim();
    expect(cut(text)).toEqual([text]);
  });

  test("a run ends neither in an announcement nor in half a sentence", () => {
    const whole = [long, long, long];
    expect(cut(...whole, "Do the following:", long)?.at(-1)).toBe(`${long} …`);
    expect(cut(...whole, "If the bell", `rings, ${long}`)?.at(-1)).toBe(`${long} …`);
  });

  test("what speaks of a sentence that was cut goes with it", () => {
    const text = `${long} Ring the bell at the door.`;
    expect(cut(text, "If this works, go in.", long, long, long)?.at(1)).toBe(long);
  });

  test("what is seen first comes with the beginning of its sentence", () => {
    const shown = [{ kind: "message" as const, text: "No bell." }];
    const end = { section: symptoms, text: "you see:", shown };
    const telling = [...moments(long, long, long, long, "When the box asks", "Ring?"), end];
    const texts = fitted({ versions: [], telling, remedies: [] }).telling.map(({ text }) => text);
    expect(texts.slice(-3)).toEqual(["When the box asks", "Ring?", "you see:"]);
  });
});

function section(key: string, markdown: string): Section {
  return { key, heading: key, markdown };
}
