import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "./device.ts";
import { createMailbox } from "./mailbox.ts";
import { pop3, POP3_UTTERANCES } from "./pop3.ts";
import { start, wordsOf } from "./session.testing.ts";

const says = wordsOf(POP3_UTTERANCES);
const worldOf = (lastUid: number, access: World["access"] = "granted"): World => ({
  mailbox: createMailbox(lastUid),
  access,
  says,
});

/** A session whose maildrop is open. */
const opened = (lastUid: number) => start(pop3, worldOf(lastUid)).send("user me", "pass secret");

describe("logging on", () => {
  test("takes any user and any password, and keeps neither", () => {
    const session = start(pop3, worldOf(2));
    expect(session.last).toEqual([says.greeting]);
    expect(session.send("user domain\\user/mailbox").last).toEqual([says.user]);
    expect(session.send("pass two words").last).toEqual([says.loggedOn]);
    expect(JSON.stringify(session.state)).not.toMatch(/domain|two words/);
  });

  test("fails with the server's words where the mailbox is refused, and may be tried again", () => {
    const session = start(pop3, worldOf(2, "refused")).send("user me", "pass secret");
    expect(session.last).toEqual([says.refused]);
    expect(session.deeds).toEqual([{ type: "logonRefused" }]);
    expect(session.send("stat").last).toEqual([says.notNow]);
    session.world = worldOf(2);
    expect(session.send("user me", "pass secret", "stat").last).toEqual(["+OK 2 562"]);
  });

  test("is never answered where the server is silent, nor is anything after it", () => {
    const session = start(pop3, worldOf(2, "silent")).send("user me", "pass secret");
    expect(session.last).toEqual([]);
    expect(session.deeds).toEqual([{ type: "hangs" }]);
    session.world = worldOf(2);
    expect(session.send("user me", "pass secret", "quit").said).toEqual([says.greeting, says.user]);
    expect(session.deeds).toHaveLength(1);
  });

  test("wants a name first", () => {
    expect(start(pop3, worldOf(2)).send("pass secret").last).toEqual([says.notNow]);
    expect(start(pop3, worldOf(2)).send("user").last).toEqual([says.badArgument]);
  });
});

describe("the commands", () => {
  test("are those of Exchange 5.5: what it lacks is answered as unknown", () => {
    for (const line of ["CAPA", "STLS", "APOP me 0123", "LAST", "AUTH NTLM", "", "toString", "\0"])
      expect(start(pop3, worldOf(2)).send(line).last).toEqual([says.unknown]);
    expect(start(pop3, worldOf(2)).send("AUTH").last).toEqual([says.ok, "."]);
    expect(opened(2).send("LAST").last).toEqual([says.unknown]);
  });

  test("are told apart by when they may be given", () => {
    expect(start(pop3, worldOf(2)).send("retr 1").last).toEqual([says.notNow]);
    expect(opened(2).send("user me").last).toEqual([says.notNow]);
  });

  test("number the newest message 1 (Q215554)", () => {
    expect(opened(3).send("UIDL").last).toEqual([says.ok, "1 3", "2 2", "3 1", "."]);
    expect(opened(3).send("uidl 1").last).toEqual(["+OK 1 3"]);
    expect(opened(3).send("list 3").last).toEqual(["+OK 3 272"]);
  });

  test("stuff lines that begin with a dot", () => {
    expect(opened(2).send("top 1 3").last.slice(-5)).toEqual([
      "",
      "Run 2 is finished. Skipped:",
      "..profile",
      "...",
      ".",
    ]);
    expect(opened(2).send("top 1 0").last.slice(-2)).toEqual(["", "."]);
  });

  test("refuse arguments that name no message", () => {
    for (const line of ["retr 3", "retr 0", "dele 99999999999999999999", "list 3", "top 3 1"])
      expect(opened(2).send(line).last).toEqual([says.noMessage]);
    for (const line of ["retr", "dele x", "list -1", "top 1", "top 1 x", "retr 1 2"])
      expect(opened(2).send(line).last).toEqual([says.badArgument]);
  });
});

describe("deleting", () => {
  test("happens at quit, and not before", () => {
    const session = opened(3).send("dele 1", "dele 3");
    expect(session.send("list").last).toEqual([says.ok, "2 290", "."]);
    expect(session.send("retr 1").last).toEqual([says.noMessage]);
    expect(session.deeds).toEqual([]);
    expect(session.send("quit").last).toEqual([says.signingOff]);
    expect(session.deeds).toEqual([{ type: "messagesDeleted", uids: [1, 3] }, { type: "closed" }]);
    expect(session.send("stat").last).toEqual([]);
  });

  test("is taken back by rset", () => {
    const session = opened(3).send("dele 1", "rset", "quit");
    expect(session.deeds).toEqual([{ type: "closed" }]);
  });

  test("by someone else leaves numbers as they are, and arriving mail unseen", () => {
    const session = opened(3);
    session.world = { ...worldOf(0), mailbox: createMailbox(5, [[2, 2]]) };
    expect(session.send("uidl").last).toEqual([says.ok, "1 3", "3 1", "."]);
    expect(session.send("retr 2").last).toEqual([says.noMessage]);
    expect(session.send("dele 1", "quit").deeds[0]).toEqual({ type: "messagesDeleted", uids: [3] });
  });
});

const octetsOf = (lines: string[]) =>
  lines.slice(1, -1).reduce((sum, line) => sum + line.replace(/^\./, "").length + 2, 0);

test("65,535 messages are listed, with sizes that add up to STAT's and are those sent", () => {
  const session = opened(65_535);
  const listed = session
    .send("list")
    .last.slice(1, -1)
    .map((line) => Number(line.split(" ")[1]));
  expect(listed).toHaveLength(65_535);
  const sum = listed.reduce((a, b) => a + b, 0);
  expect(session.send("stat").last).toEqual([`+OK 65535 ${sum}`]);
  for (const number of [1, 2, 3, 55_536, 65_535])
    expect(octetsOf(session.send(`retr ${number}`).last)).toBe(listed[number - 1]);
  expect(JSON.stringify(session.state).length).toBeLessThan(100);
});

/** Lines that a client might send, sensible or not. */
const lines = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("user me", "pass secret", "stat", "list", "uidl", "rset", "noop", "quit"),
    fc
      .tuple(
        fc.constantFrom("retr", "dele", "list", "uidl", "top"),
        fc.integer({ min: -1, max: 6 }),
      )
      .map(([name, number]) => `${name} ${number} 2`.slice(0, name === "top" ? undefined : -2)),
  ),
);

test("no line makes it throw, its state stays JSON, and what it counts agrees", () => {
  fc.assert(
    fc.property(lines, (sent) => {
      const session = opened(5).send(...sent);
      expect(JSON.parse(JSON.stringify(session.state))).toEqual(session.state);
      for (const line of session.said) expect(line).not.toMatch(/[\r\n]/);
      if (session.state.phase !== "open") return;
      const listed = session.send("list").last.slice(1, -1);
      const sum = listed.reduce((total, line) => total + Number(line.split(" ")[1]), 0);
      expect(session.send("stat").last).toEqual([`+OK ${listed.length} ${sum}`]);
      expect(session.send("uidl").last).toHaveLength(listed.length + 2);
      for (const line of listed) {
        const [number, size] = line.split(" ");
        expect(octetsOf(session.send(`retr ${number}`).last)).toBe(Number(size));
      }
    }),
  );
});
