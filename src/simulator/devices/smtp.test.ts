import { expect, test } from "vitest";
import { createMailbox } from "./mailbox.ts";
import { start } from "./session.testing.ts";
import { smtp, SMTP_UTTERANCES } from "./smtp.ts";

const says = Object.fromEntries(
  Object.entries(SMTP_UTTERANCES).map(([key, { text }]) => [key, text]),
);
const world = (relays: boolean) =>
  ({ mailbox: createMailbox(0), access: "granted", says, given: { relays } }) as const;
const codes = (session: { readonly said: readonly string[] }) =>
  session.said.map((line) => line.slice(0, 3));

test("takes a message for its own domain", () => {
  const session = start(smtp, world(false)).send(
    "helo client.example.com",
    "mail from:<a@example.com>",
    "rcpt to:<b@example.com>",
    "data",
    "Subject: hello",
    "..two points are a line of their own",
    ".",
    "quit",
  );
  expect(codes(session)).toEqual(["220", "250", "250", "250", "354", "250", "221"]);
  expect(session.deeds).toEqual([{ type: "messageAccepted" }, { type: "closed" }]);
});

test("refuses other domains unless it relays", () => {
  const lines = ["ehlo me", "MAIL FROM: a@example.com", "RCPT TO: <b@example.net>"];
  expect(codes(start(smtp, world(false)).send(...lines)).at(-1)).toBe("550");
  expect(codes(start(smtp, world(true)).send(...lines)).at(-1)).toBe("250");
});

test("keeps to the order of commands", () => {
  const session = start(smtp, world(false)).send(
    "mail from:<a>",
    "helo",
    "helo me",
    "data",
    "rcpt to:<b>",
    "bogus",
  );
  expect(codes(session)).toEqual(["220", "503", "501", "250", "503", "503", "500"]);
});
