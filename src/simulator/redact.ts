/**
 * Passwords do not enter the simulator: what follows `pass` or a login name is replaced before a line is stored, shown
 * or put in an address. Errs on the side of taking too much.
 */

import type { Input } from "./types.ts";

export const PASSWORD = "<password>";

/**
 * POP3 `PASS secret`, `APOP name digest`, `AUTH PLAIN response` (RFC 1939, RFC 5034); IMAP4 `tag LOGIN name secret`,
 * `tag AUTHENTICATE PLAIN response` (RFC 3501, RFC 4959). A name may be quoted and hold blanks.
 */
const SECRET =
  /((?:^|\s)(?:pass(?:word)?|(?:apop|auth|authenticate|login)\s+(?:"(?:[^"\\]|\\.)*"|\S+))\s+)(?=\S)(.+)$/is;

/** The line with its secret replaced by `<password>`. Redacting twice is redacting once. */
export function redact(line: string): string {
  return line.replace(SECRET, (_, kept: string) => kept + PASSWORD);
}

/**
 * An input fit to be kept. `secret`: the line answers a server that asks for credentials (a `+` continuation), so all of
 * it goes.
 */
export function redactInput(input: Input, secret = false): Input {
  const { text } = input.args;
  if (typeof text !== "string") return input;
  const safe = secret ? PASSWORD : redact(text);
  return safe === text ? input : { action: input.action, args: { ...input.args, text: safe } };
}
