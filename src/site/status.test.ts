import { describe, expect, test } from "vitest";
import type { Article } from "../article/schema.ts";
import { sectionsOf } from "../article/sections.ts";
import { baseVersions, statusOf } from "./status.ts";

function status(front: Partial<Article["frontMatter"]>) {
  const article = { frontMatter: { id: "Q1", title: "T", ...front }, body: "" };
  return statusOf(article, sectionsOf(article));
}
const texts = (front: Partial<Article["frontMatter"]>) => status(front).parts.map((p) => p.text);

describe("the status in words", () => {
  test("leads each part to its line", () => {
    const { parts, anchors } = status({
      issueType: "kbprb",
      solutionType: "kbnofix",
      versions: ["5.5", "5.5 SP1", "5.5 SP2"],
      modified: "2002-08-16",
      workaround: "- Wait.\n\n-or-\n\n- Upgrade to R2; this problem has been resolved in R2.",
    });
    expect(parts).toEqual([
      { text: "Problem", target: "issue-type" },
      { text: "no fix for 5.5", target: "solution-type" },
      { text: "resolved in R2", target: "fixed-in" },
      { text: "last modified 16 August 2002", target: "modified" },
    ]);
    expect([...anchors]).toEqual([
      ["Upgrade to R2; this problem has been resolved in R2.", "fixed-in"],
    ]);
  });

  test("has nothing that the article does not support", () => {
    expect(texts({})).toEqual([]);
    expect(texts({ issueType: "kbunheardof" })).toEqual([]);
  });

  test.each([
    [
      "This was corrected in Widget version 4.0 Service Pack 5.",
      "corrected in Widget version 4.0 Service Pack 5",
    ],
    ["It was first fixed in the R2 release and is safe.", "fixed in the R2 release"],
    [
      "It was corrected in Widget Server 4.0, Terminal Edition Service Pack 4.",
      "corrected in Widget Server 4.0, Terminal Edition Service Pack 4",
    ],
    [
      "It was corrected in U.S. Service Pack 2, and we thank you.",
      "corrected in U.S. Service Pack 2",
    ],
    [
      "It was fixed in Widget Server (WS) 2.0, which you can buy.",
      "fixed in Widget Server (WS) 2.0",
    ],
    [
      "It is resolved with the 2.0, or higher, version.",
      "resolved with the 2.0, or higher, version",
    ],
    ["This problem is resolved by Service Pack 3 (see below).", "resolved by Service Pack 3"],
  ])("%s", (sentence, part) => {
    expect(texts({ status: sentence })).toEqual([part]);
  });

  test.each([
    "This problem has not been corrected in R2.",
    "It will be fixed in R2.",
    "If it is resolved in R2, tell us.",
    "This was corrected in the latest update.",
    "The leak was fixed with tape.",
  ])("%s says of no fix", (sentence) => {
    expect(texts({ status: sentence })).toEqual([]);
  });
});

test("versions that add to another of the list are left out", () => {
  expect(baseVersions(["4.0", "4.0 SP1", "5.0", "5.5 SP1"])).toEqual(["4.0", "5.0", "5.5 SP1"]);
});
