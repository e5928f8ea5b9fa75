import { expect, test } from "vitest";
import { piecesOf, sentencesOf } from "./prose.ts";

test("Markdown in pieces, without its markup", () => {
  const markdown =
    "To *avoid* this:\n\n- Use `a` or\n  b.\n\n-or-\n\n1. Wait.\n\n   ```message\n   Gone\n   ```\n\n### Next\n\n> [!NOTE]\n> Mind.\n\n| a |\n|---|\n| b |";
  expect(piecesOf(markdown)).toEqual([
    { kind: "paragraph", text: "To avoid this:" },
    { kind: "item", text: "Use a or b." },
    { kind: "or", text: "-or-" },
    { kind: "item", text: "Wait." },
    { kind: "verbatim", text: "Gone" },
    { kind: "heading", text: "Next" },
  ]);
});

test.each([
  ["It stops. Why? See there!", ["It stops.", "Why?", "See there!"]],
  ["Use version 4.0 or SP1. Then go on.", ["Use version 4.0 or SP1.", "Then go on."]],
  ["Ask Contoso Inc. The text e.g. Here stays.", ["Ask Contoso Inc. The text e.g. Here stays."]],
  ["Each group has a .GRP file. It is kept.", ["Each group has a .GRP file.", "It is kept."]],
  ["No full stop", ["No full stop"]],
])("%s", (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
