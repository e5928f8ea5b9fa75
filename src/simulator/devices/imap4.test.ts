import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { World } from "./device.ts";
import { imap4, IMAP4_UTTERANCES } from "./imap4.ts";
import { createMailbox } from "./mailbox.ts";
import { makeMessage } from "./message.ts";
import { start, wordsOf } from "./session.testing.ts";

const says = wordsOf(IMAP4_UTTERANCES);
const worldOf = (lastUid: number, access: World["access"] = "granted"): World => ({
  mailbox: createMailbox(lastUid),
  access,
  says,
});

/** A session that is logged on. */
const loggedOn = (world: World) => start(imap4, world).send("0 LOGIN me secret");
/** A session with INBOX selected. */
const selected = (lastUid: number) => loggedOn(worldOf(lastUid)).send("0 SELECT INBOX");

const BAD = "a BAD Command is not recognized";
const NOT_NOW = "a BAD Command is not valid in this state";
const NO = "a NO Not supported here";
const done = (command: string) => `a OK ${command} completed.`;

describe("logging on", () => {
  test("takes any user and any password in any spelling, and keeps neither", () => {
    for (const sent of [
      ["a LOGIN hugo hush"],
      ['a login "hu go" "hu\\"sh"'],
      ["a LOGIN {4}", "hugo {4}", "hush"],
      ["a LOGIN {4}", 'hugo "hush"'],
      ["a LOGIN hugo {12}", "hush", "", "hush"],
    ]) {
      const session = start(imap4, worldOf(2));
      for (const line of sent) {
        session.send(line);
        expect(JSON.stringify(session.state)).not.toContain("hush");
      }
      expect(session.last).toEqual(["a OK LOGIN completed."]);
    }
  });

  test("invites literals, and refuses those that would have to be kept or are too long", () => {
    const session = start(imap4, worldOf(2));
    expect(session.last).toEqual([says.greeting]);
    expect(session.send("a LOGIN {4}").last).toEqual([says.continue]);
    expect(session.send("x").last).toEqual([]);
    expect(session.send("z x").last).toEqual([done("LOGIN")]);
    for (const line of [
      "a LOGIN hugo hush {4}",
      "a NOOP {65537}",
      "a LOGIN {99999999999}",
      "a LOGIN {4+}",
    ])
      // prettier-ignore
      expect(start(imap4, worldOf(2)).send(line).last).toEqual([BAD]);
  });

  test("comes before everything else", () => {
    for (const line of ["a SELECT INBOX", "a FETCH 1 UID", 'a LIST "" *'])
      expect(start(imap4, worldOf(2)).send(line).last).toEqual([NOT_NOW]);
    expect(loggedOn(worldOf(2)).send("a LOGIN me again").last).toEqual([NOT_NOW]);
    expect(loggedOn(worldOf(2)).send("a FETCH 1 UID").last).toEqual([NOT_NOW]);
    expect(start(imap4, worldOf(2)).send("a AUTHENTICATE NTLM").last).toEqual([NO]);
  });
});

describe("opening the folder", () => {
  test("is answered in the order of Q189326", () => {
    expect(loggedOn(worldOf(3)).send("? Select Inbox").last).toEqual([
      "* 3 EXISTS",
      "* 0 RECENT",
      says.flags,
      says.permanentFlags,
      "* OK [UNSEEN 1] First unseen message",
      says.uidValidity,
      "? OK [READ-WRITE] SELECT completed.",
    ]);
    expect(loggedOn(worldOf(0)).send('a EXAMINE "INBOX"').last).toEqual([
      "* 0 EXISTS",
      "* 0 RECENT",
      says.flags,
      "* OK [PERMANENTFLAGS ()] None",
      says.uidValidity,
      "a OK [READ-ONLY] EXAMINE completed.",
    ]);
  });

  test("is where a mailbox that does not open is refused", () => {
    for (const line of ["a SELECT INBOX", "a EXAMINE inbox", "a STATUS INBOX (MESSAGES)"]) {
      const session = loggedOn(worldOf(3, "refused"));
      expect(session.last).toEqual(["0 OK LOGIN completed."]);
      expect(session.send(line).last).toEqual(["a NO Mailbox cannot be opened"]);
      expect(session.deeds).toEqual([{ type: "logonRefused" }]);
      session.world = worldOf(3);
      expect(session.send(line).last.at(-1)).toMatch(/^a OK/);
    }
  });

  test("is where a silent server falls silent for good", () => {
    const session = loggedOn(worldOf(3, "silent")).send("a SELECT INBOX");
    expect([session.last, session.deeds]).toEqual([[], [{ type: "hangs" }]]);
    expect(session.send("a LOGOUT").last).toEqual([]);
    expect(session.deeds).toHaveLength(1);
  });

  test("finds INBOX alone", () => {
    const session = selected(3);
    expect(session.send("a SELECT Outbox").last).toEqual(["a NO No such folder"]);
    expect(session.send("a FETCH 1 UID").last).toEqual([NOT_NOW]);
    for (const pattern of ['"" *', '"" "%"', '"" inbox', 'IN "B%X"', '"" {1}\r\n*'])
      expect(session.send(...`a LIST ${pattern}`.split("\r\n")).last[0]).toBe('* LIST () "/" "INBOX"'); // prettier-ignore
    expect(session.send('a LSUB "" "Public Folders/*"').last).toEqual([done("LSUB")]);
    expect(session.send(`a LIST "" ${"*".repeat(5000)}X*`).last[0]).toBe('* LIST () "/" "INBOX"');
    expect(session.send('a LIST "" ""').last[0]).toBe('* LIST (\\Noselect) "/" ""');
  });

  test("is not needed to ask for its size", () => {
    const session = loggedOn(worldOf(3));
    const line = "a STATUS INBOX (MESSAGES RECENT UIDNEXT UIDVALIDITY UNSEEN)";
    expect(session.send(line).last).toEqual([
      '* STATUS "INBOX" (MESSAGES 3 RECENT 0 UIDNEXT 4 UIDVALIDITY 1 UNSEEN 3)',
      done("STATUS"),
    ]);
    expect(session.send("a STATUS INBOX (SIZE)").last).toEqual([BAD]);
  });
});

describe("FETCH", () => {
  const fetch = (items: string, lastUid = 3) => selected(lastUid).send(`a FETCH 1 ${items}`).last;

  test("tells of a message what it is asked", () => {
    expect(fetch("(UID FLAGS INTERNALDATE RFC822.SIZE)")).toEqual([
      '* 1 FETCH (UID 1 FLAGS () INTERNALDATE "01-May-2002 00:00:00 +0000" RFC822.SIZE 272)',
      done("FETCH"),
    ]);
    expect(fetch("ENVELOPE")[0]).toBe(
      '* 1 FETCH (ENVELOPE ("Wed, 01 May 2002 00:00:00 +0000" "Report 1"' +
        ' (("Night run" NIL "runs" "example.com")) (("Night run" NIL "runs" "example.com"))' +
        ' (("Night run" NIL "runs" "example.com")) (("Operations" NIL "mailbox" "example.com"))' +
        ' NIL NIL NIL "<1@example.com>"))',
    );
    expect(fetch("BODYSTRUCTURE")[0]).toBe(
      '* 1 FETCH (BODYSTRUCTURE ("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 46 3 NIL NIL NIL))',
    );
    expect(fetch("FULL")[0]).toMatch(
      /^\* 1 FETCH \(FLAGS \(\) INTERNALDATE "[^"]*" RFC822.SIZE 272 ENVELOPE \(.*\) BODY \(.*\)\)$/,
    );
  });

  test("gives texts as literals of their exact length", () => {
    expect(fetch("BODY[TEXT]")).toEqual([
      "* 1 FETCH (BODY[TEXT] {46}",
      "Run 1 is finished.",
      "",
      "Nothing was left over.",
      " FLAGS (\\Seen))",
      done("FETCH"),
    ]);
    expect(fetch("BODY.PEEK[HEADER.FIELDS (subject X-None)]")).toEqual([
      "* 1 FETCH (BODY[HEADER.FIELDS (subject X-None)] {21}",
      "Subject: Report 1",
      "",
      ")",
      done("FETCH"),
    ]);
    expect(fetch("BODY.PEEK[]<6.10>")[0]).toBe("* 1 FETCH (BODY[]<6> {10}");
    expect(fetch("BODY.PEEK[]<6.10>")[1]).toBe("Wed, 01 Ma)");
    expect(fetch("BODY.PEEK[2]")[0]).toBe("* 1 FETCH (BODY[2] NIL)");
  });

  test("names messages by number, oldest first, or by unique id", () => {
    const session = selected(0);
    session.world = { ...worldOf(0), mailbox: createMailbox(6, [[2, 4]]) };
    session.send("a SELECT INBOX");
    const ids = (line: string) => session.send(line).last.slice(0, -1);
    const [one, five, six] = ["* 1 FETCH (UID 1)", "* 2 FETCH (UID 5)", "* 3 FETCH (UID 6)"];
    expect(ids("a FETCH 1:* UID")).toEqual([one, five, six]);
    expect(ids("a FETCH *:2,1 (UID)")).toEqual([one, five, six]);
    expect(ids("a FETCH * UID")).toEqual([six]);
    expect(ids("a UID FETCH 2:5 (UID)")).toEqual([five]);
    expect(ids("a UID FETCH 99:* FLAGS")).toEqual(["* 3 FETCH (UID 6 FLAGS ())"]);
    expect(ids("a UID FETCH 3 FLAGS")).toEqual([]);
    for (const set of ["4", "1:9", "0", "1,,2", "x", "1:2:3", "99999999999999"])
      expect(session.send(`a FETCH ${set} UID`).last).toEqual([BAD]);
  });

  test("on an empty folder finds nothing, which is no error", () => {
    expect(fetch("UID", 0)).toEqual([done("FETCH")]);
    expect(selected(0).send("a FETCH 1:* UID").last).toEqual([done("FETCH")]);
  });

  test("sets \\Seen where the text was read and the folder may be written", () => {
    const session = selected(3).send("a FETCH 2 (RFC822.HEADER BODY.PEEK[])");
    expect(session.send("a SEARCH SEEN").last[0]).toBe("* SEARCH");
    session.send("a FETCH 2 RFC822");
    expect(session.send("a SEARCH SEEN").last[0]).toBe("* SEARCH 2");
    expect(session.send("a FETCH 2 BODY[]").last.join()).not.toContain("FLAGS");
    session.send("a EXAMINE INBOX", "a FETCH 1 BODY[]");
    expect(session.send("a SEARCH SEEN").last[0]).toBe("* SEARCH");
  });
});

describe("STORE, EXPUNGE and CLOSE", () => {
  test("change flags and tell of it unless asked not to", () => {
    const session = selected(3);
    expect(session.send("a STORE 1:2 +FLAGS (\\Deleted \\seen $Own)").last).toEqual([
      "* 1 FETCH (FLAGS (\\Seen \\Deleted))",
      "* 2 FETCH (FLAGS (\\Seen \\Deleted))",
      done("STORE"),
    ]);
    expect(session.send("a UID STORE 2 -FLAGS.SILENT \\Deleted").last).toEqual([done("STORE")]);
    expect(session.send("a UID STORE 2 FLAGS (\\Draft)").last[0]).toBe(
      "* 2 FETCH (UID 2 FLAGS (\\Draft))",
    );
    expect(session.send("a STORE 1 FLAGS ()").last[0]).toBe("* 1 FETCH (FLAGS ())");
    for (const line of ["a STORE 1 FLAGS", "a STORE 1 *FLAGS ()", "a STORE 1 +FLAGS (\\Seen"])
      expect(session.send(line).last).toEqual([BAD]);
  });

  test("delete what is marked, highest number first", () => {
    const session = selected(4).send("a STORE 1,3:4 +FLAGS.SILENT (\\Deleted)");
    expect(session.send("a EXPUNGE").last).toEqual([
      "* 4 EXPUNGE",
      "* 3 EXPUNGE",
      "* 1 EXPUNGE",
      done("EXPUNGE"),
    ]);
    expect(session.deeds).toEqual([{ type: "messagesDeleted", uids: [1, 3, 4] }]);
    expect(session.send("a FETCH 1:* UID").last).toEqual(["* 1 FETCH (UID 2)", done("FETCH")]);
  });

  test("close without a word", () => {
    const session = selected(3).send("a STORE 2 +FLAGS (\\Deleted)");
    expect(session.send("a CLOSE").last).toEqual([done("CLOSE")]);
    expect(session.deeds).toEqual([{ type: "messagesDeleted", uids: [2] }]);
    expect(session.send("a CLOSE").last).toEqual([NOT_NOW]);
  });

  test("leave a folder alone that was only examined", () => {
    const session = loggedOn(worldOf(3)).send("a EXAMINE INBOX");
    expect(session.send("a STORE 1 +FLAGS (\\Deleted)").last).toEqual([NO]);
    expect(session.send("a EXPUNGE").last).toEqual([NO]);
    expect(session.send("a CLOSE").last).toEqual([done("CLOSE")]);
    expect(session.deeds).toEqual([]);
  });

  test("NOOP tells what came and went meanwhile", () => {
    const session = selected(3);
    session.world = { ...worldOf(0), mailbox: createMailbox(5, [[2, 2]]) };
    expect(session.send("a FETCH 1:3 UID").last).toHaveLength(3);
    expect(session.send("a NOOP").last).toEqual([
      "* 2 EXPUNGE",
      "* 4 EXISTS",
      "* 0 RECENT",
      done("NOOP"),
    ]);
    expect(session.send("a FETCH 4 UID").last[0]).toBe("* 4 FETCH (UID 5)");
    expect(session.send("a CHECK").last).toEqual([done("CHECK")]);
  });
});

test("SEARCH finds by flag, number, day, size and words", () => {
  const session = selected(2000).send("a STORE 7 +FLAGS (\\Flagged)");
  const found = (keys: string) => session.send(`a SEARCH ${keys}`).last[0]?.slice(9);
  expect(found("7,9:10,5000")).toBe("7 9 10");
  expect(found("FLAGGED")).toBe("7");
  expect(found("NOT UNFLAGGED ALL")).toBe("7");
  expect(found("SINCE 2-May-2002 BEFORE 3-May-2002 UID 1:1442")).toBe("1441 1442");
  expect(found('SENTON "1-May-2002" 1439:*')).toBe("1439 1440");
  expect(found("SMALLER 260 1:6")).toBe("3 6");
  expect(found('(OR SUBJECT "report 1999" HEADER Message-ID <12@) OLD')).toBe("12 1999");
  session.send("a SEARCH CHARSET UTF-8 TEXT {8}");
  expect(session.send(".profile UID 1:5").last[0]).toBe("* SEARCH 2 5");
  expect(found("NEW")).toBe("");
  expect(session.send("a UID SEARCH UID 3").last[0]).toBe("* SEARCH 3");
  expect(session.send("a SEARCH CHARSET KOI8-R ALL").last).toEqual([NO]);
  for (const keys of ["", "FOO", "SINCE yesterday", "(ALL", "OR ALL", "LARGER x", "(".repeat(4000)])
    expect(session.send(`a SEARCH ${keys}`).last).toEqual([BAD]);
});

test("what is unknown or garbled is bad, with the command's tag where it has one", () => {
  for (const line of ["a", "a ", "a FOO", "a UID NOOP", "a toString", "a UID", "a NAMESPACE("])
    expect(selected(1).send(line).last).toEqual([BAD]);
  for (const line of ["", " ", "\0\0", "+ OK x", "é NOOP", "(a) NOOP", "\x01 {7}"])
    expect(selected(1).send(line).last).toEqual(["* BAD Command is not recognized"]);
  expect(selected(1).send("a LOGOUT").last).toEqual([says.bye, done("LOGOUT")]);
});

test("65,535 messages are found, told of one by one, and cost the state nothing", () => {
  const session = selected(65_535);
  const { last } = session.send("a UID FETCH 1:* (FLAGS RFC822.SIZE)");
  expect(last).toHaveLength(65_536);
  expect(last[65_534]).toBe("* 65535 FETCH (UID 65535 FLAGS () RFC822.SIZE 258)");
  expect(session.send("a SEARCH UNSEEN").last[0]?.split(" ")).toHaveLength(65_537);
  expect(JSON.stringify(session.state).length).toBeLessThan(200);
});

test("the octets of a literal are those announced, whatever part of a message it is", () => {
  const session = selected(9);
  const part = fc.constantFrom("", "TEXT", "HEADER", "1", "HEADER.FIELDS (Date To)");
  const number = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(number, part, fc.nat(400), fc.nat(400), (uid, section, from, length) => {
      const sent = session.send(`a FETCH ${uid} BODY.PEEK[${section}]<${from}.${length}>`).last;
      const text = sent.slice(0, -1).join("\r\n");
      const [head = "", announced] = /^.*?\{(\d+)\}\r\n/.exec(text) ?? [];
      expect(text.slice(head.length + Number(announced))).toBe(")");
      if (section !== "") return;
      const { header, body } = makeMessage(uid);
      const whole = `${header}\r\n\r\n${body}`;
      expect(text.slice(head.length, -1)).toBe(whole.slice(from, from + length));
    }),
  );
});

/** Lines that a client might send, sensible or not. */
const word = fc.constantFrom("FETCH", "UID", "STORE", "SEARCH", "LOGIN", "SELECT", "INBOX", "(", ")", "1:*", "2", "{3}", '"', "BODY[", "]", "<0.9>", "FLAGS", "+FLAGS", "\\Deleted", "NOT", "OR", "EXPUNGE", "NOOP", "CLOSE"); // prettier-ignore
const phrase = fc.array(word, { maxLength: 6 }).map((words) => `a ${words.join(" ")}`);
const clientLines = fc.array(fc.oneof(fc.string({ unit: "binary" }), phrase), { maxLength: 20 });

test("no line makes it throw, its state stays JSON, and what it counts agrees", () => {
  fc.assert(
    fc.property(clientLines, (sent) => {
      const session = selected(5).send(...sent);
      expect(JSON.parse(JSON.stringify(session.state))).toEqual(session.state);
      if (session.state.pending !== null) session.send("xxx", "", "");
      const uids = session.deeds.flatMap((deed) => (deed.type === "messagesDeleted" ? deed.uids : [])); // prettier-ignore
      session.world = { ...session.world, mailbox: createMailbox(5, uids.map((uid) => [uid, uid])) }; // prettier-ignore
      const [exists] = session.send("a SELECT INBOX").last;
      expect(exists).toBe(`* ${session.world.mailbox.count} EXISTS`);
      expect(session.send("a FETCH 1:* UID").last).toHaveLength(session.world.mailbox.count + 1);
    }),
    { numRuns: 300 },
  );
});
