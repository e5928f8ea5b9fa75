import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Section } from "../article/sections.ts";
import { piecesIn } from "./prose.ts";
import { stripOf } from "./strip.ts";

const section = (key: string, markdown: string): Section => ({
  key,
  heading: key.charAt(0).toUpperCase() + key.slice(1),
  markdown,
});
const first = (markdown: string) => stripOf([section("symptoms", markdown)])[0];
const texts = (markdown: string) => first(markdown)?.pieces.map(({ text }) => text);

describe("the strip", () => {
  test("has symptom, cause and workaround, and the resolution only without a workaround", () => {
    const sections = ["resolution", "cause", "symptoms"].map((key) => section(key, "It is so."));
    expect(stripOf(sections).map(({ label }) => label)).toEqual(["Symptom", "Cause", "Resolution"]);
    const all = [...sections, section("workaround", "Wait.")];
    expect(stripOf(all)[2]).toMatchObject({ label: "Workaround", section: "workaround" });
  });

  test("is empty where the article has none of these sections", () => {
    expect(stripOf([section("summary", "It is so.")])).toEqual([]);
  });

  test("takes whole sentences, as many as are short", () => {
    const long = `A ${"word ".repeat(60)}end.`;
    expect(texts(`It stops. It says so. ${long}`)).toEqual(["It stops. It says so."]);
    expect(texts(`${long} It stops.`)).toEqual([long]);
  });

  test("shows the message that a sentence announces", () => {
    expect(texts("This may be shown:\n\n```message\nNo paper\n```\n\nMore.")).toEqual([
      "This may be shown:",
      "No paper",
    ]);
  });

  test("leaves out a lead-in that only repeats the label, and shows both alternatives", () => {
    const markdown = "To work around this problem:\n\n- Use A.\n\n-or-\n\n- Use B.";
    expect(first(markdown)?.pieces).toEqual([
      { kind: "item", text: "Use A." },
      { kind: "or", text: "-or-" },
      { kind: "item", text: "Use B." },
    ]);
  });

  test("says that it goes on where it stops within a list", () => {
    const items = Array.from({ length: 9 }, (_, n) => `${n + 1}. ${"word ".repeat(20)}end.`);
    expect(first(items.join("\n"))?.goesOn).toBe(true);
    expect(first("It stops.\n\nAnd more.")?.goesOn).toBe(false);
  });

  test("shows nothing that does not stand in the section, to the letter", () => {
    const words = fc.constantFrom("It", "stops.", "Inc.", "a:", "e.g.", "?", "\n\n", "- ", "x.GRP");
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const markdown = parts.join(" ");
        const source = piecesIn({ key: "cause", heading: "Cause", markdown }).map(
          ({ text }) => text,
        );
        for (const text of texts(markdown) ?? []) {
          expect(source.some((piece) => piece.includes(text))).toBe(true);
        }
      }),
    );
  });
});
