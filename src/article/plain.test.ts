import { expect, test } from "vitest";
import { sentencesOf } from "./plain.ts";

test.each([
  ["It stops. Why? See there!", ["It stops.", "Why?", "See there!"]],
  ["Use version 4.0 or SP1. Then go on.", ["Use version 4.0 or SP1.", "Then go on."]],
  ["Ask Contoso Inc. The text e.g. Here stays.", ["Ask Contoso Inc. The text e.g. Here stays."]],
  ["Each group has a .GRP file. It is kept.", ["Each group has a .GRP file.", "It is kept."]],
  ["It is in the U.S. Service Pack. Ask.", ["It is in the U.S. Service Pack.", "Ask."]],
  ["Open WIN.INI in the box. Look.", ["Open WIN.INI in the box.", "Look."]],
  ["No full stop", ["No full stop"]],
])("%s", (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test("ASCII is cut where the segmenter cuts what is like it", () => {
  const parts = ["abc", "Ab", "AB", "1", ".", "?", " ", '"', ",", "\n"];
  const pairs = parts.flatMap((one) => parts.map((other) => one + other));
  const texts = pairs.flatMap((one) => pairs.map((other) => `${one}${other}. A`));
  const cut = (text: string) => sentencesOf(text).join("|");
  const isOther = (text: string) =>
    cut(text) !== cut(text.replaceAll("c", "ç")).replaceAll("ç", "c");
  expect(texts.filter(isOther)).toEqual([]);
});
