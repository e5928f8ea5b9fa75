import { expect, test } from "vitest";
import type { Section } from "../../article/sections.ts";
import { fitted } from "./fit.ts";
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
  const long = { kind: "text" as const, text: "ring\n".repeat(100) };
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

function section(key: string, markdown: string): Section {
  return { key, heading: key, markdown };
}
