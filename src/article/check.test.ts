import { expect, test } from "vitest";
import { checkMarkdown } from "./check.ts";
import { readArticle } from "./file.ts";
import { formatPlace } from "./finding.ts";

const FILE = "content/kb/001/KB1234/index.md";

function check(text: string): string[] {
  const { article } = readArticle(text, FILE);
  if (article === undefined) throw new Error("not an article");
  const findings = checkMarkdown(article, text, FILE, (id) => id === "KB1235");
  return findings.map(({ place, ruleId }) => `${formatPlace(place)} ${ruleId}`);
}

test("raw HTML is found where it stands, in a section and in the body", () => {
  expect(
    check(`---
id: KB1234
title: Printer prints blanks
symptoms: |
  The page is empty.

  See <b>below</b>.
---

## More information

One <i>word</i>.
`),
  ).toEqual([
    `${FILE}:7:7 article/raw-html`,
    `${FILE}:7:15 article/raw-html`,
    `${FILE}:12:5 article/raw-html`,
    `${FILE}:12:12 article/raw-html`,
  ]);
});

test("a link to an article that is not there is dead, one to an article that is there is not", () => {
  expect(
    check(`---
id: KB1234
title: Printer prints blanks
cause: See [one](../KB1235/), [two](../KB1299/).
---
`),
  ).toEqual([`${FILE}:4:37 article/dead-link`]);
});

test("a clean article has nothing to report", () => {
  expect(
    check(`---
id: KB1234
title: Printer prints blanks
cause: The tray is empty.
---

## More information

\`<b>\` and Q123456 are text.
`),
  ).toEqual([]);
});
