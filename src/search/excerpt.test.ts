import { expect, test } from "vitest";
import { shownWords as stored, type ShownWord } from "./concealed.ts";
import { bestPlace, excerptOf, isFormOf, markText, type Segment, type Wanted } from "./excerpt.ts";

const shownWords = (text: string): ShownWord[] => stored(text, []);

function wanted(words: readonly string[], phrases: readonly string[] = []): Wanted {
  return { words: new Set(words), phrases: phrases.map((phrase) => phrase.split(" ")) };
}

function written(segments: readonly Segment[]): string {
  return segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
}

test("matches are marked with their punctuation, neighbours together", () => {
  const marked = markText("The call EcQueryRows() failed.", wanted(["ecqueryrows", "failed"]));
  expect(written(marked)).toBe("The call [EcQueryRows() failed.]");
});

test("words that stand in together are marked where they do, and not one by one", () => {
  const marked = markText(
    "Signing in fails in the sign, in short.",
    wanted(["fails"], ["sign in"]),
  );
  expect(written(marked)).toBe("[Signing in fails] in the [sign, in] short.");
  expect(written(markText("It is in.", wanted([], ["sign in"])))).toBe("It is in.");
});

test("the excerpt is where most different words meet", () => {
  const filler = "filler ".repeat(60);
  const text = `spooler ${filler}the spooler service stops ${filler}`;
  const excerpt = written(excerptOf(shownWords(text), wanted(["spooler", "service", "stops"])));
  expect(excerpt).toContain("the [spooler service stops] filler");
  expect(excerpt.startsWith("… ")).toBe(true);
  expect(excerpt.endsWith(" …")).toBe(true);
});

test("a text without matches is shown from its beginning", () => {
  expect(written(excerptOf(shownWords("one two three"), wanted([])))).toBe("one two three");
  expect(bestPlace(shownWords("one two three"), wanted([]))).toBe(0);
});

test("nothing to show gives nothing", () => {
  expect(excerptOf([], wanted(["word"]))).toEqual([]);
});

test.each([
  ["print", "printing"],
  ["print", "printers"],
  ["configure", "configuration"],
  ["log", "logs"],
  ["removing", "removed"],
])("of %s, %s is a form, and is marked", (asked, word) => {
  expect(isFormOf(word, asked)).toBe(true);
});

test.each([
  ["ip", "ipx"],
  ["hot", "hotkey"],
  ["31z", "3100z"],
  ["print", "printscreenkey"],
  ["restore", "restart"],
])("of %s, %s is none", (asked, word) => {
  expect(isFormOf(word, asked)).toBe(false);
});
