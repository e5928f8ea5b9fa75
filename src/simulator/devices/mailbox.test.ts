import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMailbox, deleteOldest, idsIn } from "./mailbox.ts";
import { makeMessage } from "./message.ts";
import { rangesOfIds, subtract } from "./uids.ts";

describe("a message", () => {
  test("is made of its id alone", () => {
    expect(makeMessage(65_536)).toEqual(makeMessage(65_536));
    expect(makeMessage(2).header).toContain("Date: Wed, 01 May 2002 00:01:00 +0000\r\n");
    expect(makeMessage(2).header).toContain("Message-ID: <2@example.com>");
    expect(makeMessage(2).body).toContain("\r\n.profile\r\n..\r\n.\r\n");
  });

  test("has the size of its text, in octets, and only ASCII in it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), (uid) => {
        const message = makeMessage(uid);
        const text = `${message.header}\r\n\r\n${message.body}`;
        expect(text).toMatch(/^(?:[ -~]*\r\n)+$/);
        expect(message.size).toBe(text.length);
      }),
    );
  });
});

describe("a mailbox", () => {
  test("holds what was delivered and not deleted, oldest first", () => {
    const mailbox = createMailbox(10, [[1, 3], [5, 5]]); // prettier-ignore
    expect(mailbox.count).toBe(6);
    expect(Array.from({ length: 6 }, (_, index) => mailbox.messageAt(index).uid)).toEqual([4, 6, 7, 8, 9, 10]); // prettier-ignore
    expect(() => mailbox.messageAt(6)).toThrow("No message at index 6 of 6.");
  });

  test("may be empty", () => {
    expect(createMailbox(0).count).toBe(0);
    expect(createMailbox(2, [[1, 2]]).count).toBe(0);
  });

  test("loses its oldest messages first", () => {
    expect(deleteOldest(10, [[2, 3]], 2)).toEqual([[1, 4]]);
    expect(deleteOldest(10, [[10, 10]], 99)).toEqual([[1, 10]]);
    expect(deleteOldest(10, [[2, 3]], 0)).toEqual([[2, 3]]);
  });

  test("tells its ids as ranges, whatever is missing", () => {
    fc.assert(
      fc.property(fc.nat(80), fc.array(fc.integer({ min: 1, max: 80 })), (lastUid, gone) => {
        const deleted = rangesOfIds(gone);
        const left = lastUid === 0 ? [] : subtract([[1, lastUid]], deleted);
        expect(idsIn(createMailbox(lastUid, deleted))).toEqual(left);
      }),
    );
  });
});
