import { expect, test } from "vitest";
import type { Section } from "../article/sections.ts";
import { descriptionOf } from "./description.ts";

const section = (key: Section["key"], markdown: string) => ({ key, markdown }) as Section;

test.each([
  [
    "what is seen, before what it is about",
    "The disk is full. Nothing else is wrong.",
    "The disk is full.",
  ],
  [
    "a message with the sentence that announces it",
    "You receive the following error message:\n\n```message\nThe directory is full.\nStop.\n```",
    "You receive the following error message: The directory is full. Stop.",
  ],
  [
    "no list after a colon",
    "Do the following steps first:\n\n- Start.",
    "Do the following steps first:",
  ],
])("%s", (_, symptoms, expected) => {
  expect(
    descriptionOf([
      section("summary", "About a full disk, at length."),
      section("symptoms", symptoms),
    ]),
  ).toBe(expected);
});

test("at most 300 characters, cut at a word", () => {
  const text = descriptionOf([section("symptoms", "word ".repeat(100).trim())]);
  expect(text?.length).toBeLessThanOrEqual(300);
  expect(text).toMatch(/word \.\.\.$/);
});
