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
