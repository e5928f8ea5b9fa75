import { expect, test } from "vitest";
import type { Block } from "../blocks/block.ts";
import { messagesOf } from "./messages.ts";

function messagesIn(text: string): string[] {
  const paragraph: Block = { kind: "paragraph", text, firstLine: 1, lastLine: 1 };
  return messagesOf([paragraph]);
}

test("a text quoted behind the word is a message", () => {
  expect(messagesIn('It stops with the error "Cannot open one.txt."')).toEqual([
    "Cannot open one.txt.",
  ]);
});

test("so is one quoted before the word, in the order of the text", () => {
  expect(
    messagesIn('A "Drawer is full" error message follows, or the warning "Drawer is stuck".'),
  ).toEqual(["Drawer is full", "Drawer is stuck"]);
  expect(messagesIn('The program generates an "Overflow" error.')).toEqual(["Overflow"]);
});

test("a word in quotation marks alone is none", () => {
  expect(messagesIn('The "other" errors, and the "Draw" button, are described below.')).toEqual([]);
});

test("what stands between two quoted texts is none", () => {
  expect(messagesIn('Between "First" error and "Second" error lies nothing.')).toEqual([
    "First",
    "Second",
  ]);
});
