import { expect, test } from "vitest";
import { piecesIn } from "./prose.ts";

test("Markdown in pieces, without its markup", () => {
  const markdown =
    "To *avoid* this:\n\n- Use `a` or\n  b.\n\n-or-\n\n1. Wait.\n\n   ```message\n   Gone\n   ```\n\n### Next\n\n> [!NOTE]\n> Mind.\n\n| a |\n|---|\n| b |";
  expect(piecesIn({ key: "cause", heading: "Cause", markdown })).toEqual([
    { kind: "paragraph", text: "To avoid this:" },
    { kind: "item", text: "Use a or b." },
    { kind: "or", text: "-or-" },
    { kind: "item", text: "Wait." },
    { kind: "verbatim", text: "Gone" },
    { kind: "heading", text: "Next" },
  ]);
});
