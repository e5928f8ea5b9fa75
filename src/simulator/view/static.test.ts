import { describe, expect, test } from "vitest";
import { loadQ298836 } from "../scenario.testing.ts";
import type { Place } from "./place.ts";
import { instrumentHtml, otherRuns } from "./static.tsx";

const scenario = loadQ298836();
const place: Place = { base: "/base/", id: "Q298836", isEmbedded: false };

describe("the instrument as static HTML", () => {
  const html = instrumentHtml(scenario, place);

  test("reads as the article does: the session, the record, and both outcomes", () => {
    const text = html.replace(/<br\/?>/g, "\n").replace(/<[^>]*>/g, "");
    for (const words of [
      "+OK Microsoft Exchange POP3 server version 5.5.2655.20 ready",
      "-ERR Unspecified error",
      "Event ID: 13005",
      "EcQueryRows() call failed with error Unspecified error.",
      "here they part",
      "The client cannot read the mailbox of 65,536 messages.",
      "reads the mailbox of 65,536 messages.",
    ])
      expect(text).toContain(words);
  });

  test("has nothing that the site's policy forbids: no style, no handler, no script", () => {
    expect(html).not.toMatch(/<[^>]*\s(?:style|on\w+)=/);
    expect(html).not.toMatch(/<(?:script|style)\b/);
  });

  test("has nothing to press that would do nothing", () => {
    for (const [tag] of html.matchAll(/<(?:fieldset|input type="range")[^>]*>/g))
      expect(tag).toContain("disabled");
  });

  test("escapes what the texts hold", () => {
    expect(html).toContain("&lt;server>");
    expect(html).not.toContain("<server>");
  });

  test("leads each quoted line to its section, and out of the frame where it stands in one", () => {
    expect(html).toMatch(/href="#more-information"[^>]*aria-label="quoted from this article/);
    const framed = instrumentHtml(scenario, { ...place, isEmbedded: true });
    expect(framed).toContain('href="/base/kb/298/Q298836/#more-information" target="_top"');
    expect(framed).not.toContain('href="#');
  });

  test("shows the other remedies' runs too", () => {
    expect(otherRuns(scenario, place).map(({ label }) => label)).toEqual(
      scenario.remedies.slice(1).map(({ label }) => label),
    );
  });

  test("is the same each time", () => {
    expect(instrumentHtml(scenario, place)).toBe(html);
  });
});
