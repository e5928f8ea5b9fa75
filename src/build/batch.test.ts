import { expect, test } from "vitest";
import { pagesOf } from "./batch.ts";

const MARK = "<!--mark-->";

function pages(document: string): string[] {
  return pagesOf(Buffer.from(document), MARK).map(String);
}

test("each page has its own parts and what all have in common", () => {
  const document = ["<head>", "A", "B", "</head><body>", "é", "b", "</body>"].join(MARK);
  expect(pages(document)).toEqual(["<head>A</head><body>é</body>", "<head>B</head><body>b</body>"]);
});

test("parts can be empty", () => {
  expect(pages(["<head>", "", "</head>", "a", ""].join(MARK))).toEqual(["<head></head>a"]);
});
