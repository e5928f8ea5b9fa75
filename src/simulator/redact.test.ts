import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "./redact.ts";

test.each([
  ["pass secret", "pass <password>"],
  ["PASS two words", "PASS <password>"],
  ["  pass   secret", "  pass   <password>"],
  ["a1 LOGIN alice secret", "a1 LOGIN alice <password>"],
  ['a1 login "al ice" "se cret"', 'a1 login "al ice" <password>'],
  ["login alice secret", "login alice <password>"],
  ["APOP alice c4c9334bac560ecc", "APOP alice <password>"],
  ["AUTH PLAIN AGFsaWNlAHNlY3JldA==", "AUTH PLAIN <password>"],
  ["a1 AUTHENTICATE PLAIN AGFsaWNlAHNlY3JldA==", "a1 AUTHENTICATE PLAIN <password>"],
])("%s becomes %s", (line, kept) => {
  expect(redact(line)).toBe(kept);
});

test.each(["user domain\\user/mailbox", "pass", "a1 LOGIN alice", "stat", "retr 1", "AUTH PLAIN"])(
  "%s has no secret and stays",
  (line) => {
    expect(redact(line)).toBe(line);
  },
);

const secret = fc.stringMatching(/^[!-~]{6,20}$/).filter((text) => !"<password>".includes(text));
const before = fc.constantFrom("pass ", "PASS  ", "x LOGIN bob ", 'x LOGIN "b b" ', "auth plain ");

test("no secret survives, and redacting twice is redacting once", () => {
  fc.assert(
    fc.property(before, secret, (command, word) => {
      const kept = redact(command + word);
      expect(kept.slice(command.length)).toBe("<password>");
      expect(redact(kept)).toBe(kept);
    }),
  );
});
