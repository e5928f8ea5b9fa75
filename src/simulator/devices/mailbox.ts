import type { Mailbox } from "./device.ts";
import { makeMessage, octetsBetween } from "./message.ts";
import { rangesOf, subtract, viewOf, type Range, type Ranges } from "./uids.ts";

/**
 * A mailbox to which `lastUid` messages were delivered, ids 1 to `lastUid`, and from which those in `deleted` are gone.
 * Messages are made when asked for: 65,535 of them cost no more than one.
 */
export function createMailbox(lastUid: number, deleted: Ranges = []): Mailbox {
  const view = viewOf(lastUid < 1 ? [] : subtract([[1, lastUid]], deleted));
  return {
    count: view.count,
    lastUid,
    messageAt(index) {
      const uid = view.at(index);
      if (uid === undefined) throw new RangeError(`No message at index ${index} of ${view.count}.`);
      return makeMessage(uid);
    },
    octets: (uids) => uids.reduce((sum, [first, last]) => sum + octetsBetween(first, last), 0),
  };
}

/** `deleted` with the `number` oldest messages of that mailbox added. */
export function deleteOldest(lastUid: number, deleted: Ranges, number: number): Ranges {
  const left = createMailbox(lastUid, deleted);
  if (number <= 0 || left.count === 0) return deleted;
  const last = left.messageAt(Math.min(number, left.count) - 1).uid;
  return rangesOf([...deleted, [1, last]]);
}

/**
 * The unique ids that a mailbox holds. Asks for few messages: ids ascend, so a stretch without a gap is known by its
 * two ends.
 */
export function idsIn(mailbox: Mailbox): Ranges {
  const uidAt = (index: number) => mailbox.messageAt(index).uid;
  const found: Range[] = [];
  const look = (from: number, to: number): void => {
    if (from > to) return;
    const [first, last] = [uidAt(from), uidAt(to)];
    if (last - first === to - from) {
      found.push([first, last]);
      return;
    }
    const middle = (from + to) >> 1;
    look(from, middle);
    look(middle + 1, to);
  };
  look(0, mailbox.count - 1);
  return rangesOf(found);
}
