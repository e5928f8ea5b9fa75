import { expect, test } from "vitest";
import { acts, isInstruction } from "./acts.ts";

test.each([
  "Click OK.",
  "To avoid this, use another colour.",
  "On the File menu, click Save.",
  "Then re-enter the name.",
  "NOTE: Do not open the lid.",
])("an instruction: %s", (sentence) => expect(isInstruction(sentence)).toBe(true));

test.each([
  "The lid opens by itself.",
  "Print jobs are lost.",
  "When it opens, the light goes out.",
])("none: %s", (sentence) => expect(isInstruction(sentence)).toBe(false));

test.each([
  ["You can work around this by hand.", true],
  ["The lid must be closed first.", true],
  ["The only workaround for version 2.0 is to wait.", true],
  ["Lock the lid rather than leave it open.", true],
  ["The maker recommends that you oil the hinge.", true],
  ["There is no known workaround.", false],
  ["The lid has been this way since March.", false],
])("%s", (text, gives) => expect(acts(text)).toBe(gives));
