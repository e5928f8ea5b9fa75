import { expect, test } from "vitest";
import type { Finding } from "../article/finding.ts";
import { countFindings, formatFindings, hasErrors } from "./report.ts";

const finding: Finding = {
  ruleId: "article/bad-date",
  severity: "error",
  place: { file: "content/kb/001/KB1234/index.md", line: 5, column: 11 },
  reason: 'Unexpected date "16 AUG", expected YYYY-MM-DD',
  note: "Write the day of the last change.",
};

test("for people: a line that terminals make clickable, then what to do", () => {
  expect(stripColours(formatFindings([finding], "text"))).toBe(
    `content/kb/001/KB1234/index.md:5:11  error  Unexpected date "16 AUG", expected YYYY-MM-DD  article/bad-date
    Write the day of the last change.`,
  );
});

test("for programs: the findings themselves", () => {
  expect(JSON.parse(formatFindings([finding], "json"))).toEqual([finding]);
});

test("for GitHub: a workflow command whose special characters are escaped", () => {
  const tricky = { ...finding, reason: "100% of\nlines" };
  expect(formatFindings([tricky], "github")).toBe(
    "::error file=content/kb/001/KB1234/index.md,line=5,col=11,title=article/bad-date::100%25 of%0Alines Write the day of the last change.",
  );
});

test("counts are told in words", () => {
  expect(countFindings([])).toBe("no findings");
  expect(countFindings([finding, { ...finding, severity: "info" }])).toBe("1 error, 1 note");
  expect(hasErrors([{ ...finding, severity: "warning" }])).toBe(false);
});

function stripColours(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[\d+m/g, "");
}
