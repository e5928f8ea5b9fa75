/** The commands on a selected folder (RFC 2060, 6.4). */

import type { Deed, Reply } from "../device.ts";
import { idsIn } from "../mailbox.ts";
import {
  idsOf,
  intersect,
  subtract,
  unite,
  viewOf,
  type Range,
  type Ranges,
  type View,
} from "../uids.ts";
import {
  complete,
  data,
  end,
  lines,
  refuse,
  reject,
  type Call,
  type Imap4Answer,
} from "./answer.ts";
import { sizeOf, type Commands } from "./commands.ts";
import { BadCommand, need, needEnd, needList, needSet, needSpace, needString, take, takeSpace, type Cursor } from "./cursor.ts"; // prettier-ignore
import { joined, rows } from "../replies.ts";
import { FLAG_ITEM, fetched, needItems, UID, type Item } from "./fetch.ts";
import { expunged, FLAGS, readFolder, withFlags, withNew, without, type Flag, type Folder } from "./folder.ts"; // prettier-ignore
import { needTests } from "./search.ts";

type FolderCommand = (call: Call, folder: Folder) => Imap4Answer;

function onFolder(run: FolderCommand) {
  return (call: Call) =>
    call.state.folder === null ? reject(call, "notNow") : run(call, call.state.folder);
}

/** Valid at any time, and with a folder the moment to tell what happened to it. */
export function noop(call: Call): Imap4Answer {
  const { folder } = call.state;
  return folder === null ? complete(call) : tell(call, folder);
}

export const SELECTED: Commands = {
  CHECK: onFolder(tell),
  CLOSE: onFolder(close),
  EXPUNGE: onFolder(expunge),
  FETCH: onFolder(fetch),
  STORE: onFolder(store),
  SEARCH: onFolder(search),
  COPY: onFolder((call) => refuse(call, "notOffered")),
};

/** Of these, the ones that may follow `UID`. */
export const BY_UID = ["FETCH", "STORE", "SEARCH", "COPY"];

/** Tells what left the folder and what arrived since the client was last told. */
function tell(call: Call, folder: Folder): Imap4Answer {
  const present = idsIn(call.world.mailbox);
  const gone = subtract(folder.uids, present);
  const fresh = subtract(present, folder.uids);
  const after = withNew(without(folder, gone), fresh);
  const news = fresh.length > 0 ? sizeOf(viewOf(after.uids).count) : [];
  return complete(call, {
    first: joined(
      lines(() => expunged(folder, gone)),
      news,
    ),
    state: { ...call.state, folder: after },
  });
}

function expunge(call: Call, folder: Folder): Imap4Answer {
  if (folder.readOnly) return refuse(call, "notOffered");
  const gone = folder.flags["\\Deleted"];
  return complete(call, {
    first: lines(() => expunged(folder, gone)),
    state: { ...call.state, folder: without(folder, gone) },
    deeds: deletion(call, gone),
  });
}

function close(call: Call, folder: Folder): Imap4Answer {
  const deeds = folder.readOnly ? [] : deletion(call, folder.flags["\\Deleted"]);
  return complete(call, { state: { ...call.state, folder: null }, deeds });
}

function deletion(call: Call, gone: Ranges): Deed[] {
  const uids = [...idsOf(intersect(gone, idsIn(call.world.mailbox)))];
  return uids.length > 0 ? [{ type: "messagesDeleted", uids }] : [];
}

/** The unique ids that a command's set names. A sequence number beyond the folder's last breaks the grammar. */
function needMessages(call: Call, folder: Folder): Ranges {
  needSpace(call.args);
  const ids = viewOf(folder.uids);
  if (call.byUid) {
    const named = needSet(call.args, ids.at(ids.count - 1) ?? 0);
    return intersect(folder.uids, named);
  }
  const numbers = needSet(call.args, ids.count);
  if (ids.count === 0) return [];
  if ((numbers.at(-1) as Range)[1] > ids.count) throw new BadCommand();
  const idAt = (number: number) => ids.at(number - 1) as number;
  return intersect(
    folder.uids,
    numbers.map(([first, last]) => [idAt(first), idAt(last)]),
  );
}

function fetch(call: Call, folder: Folder): Imap4Answer {
  const wanted = needMessages(call, folder);
  needSpace(call.args);
  const asked = needItems(call.args);
  needEnd(call.args);
  const items = call.byUid && !asked.includes(UID) ? [UID, ...asked] : asked;
  const isRead = !folder.readOnly && items.some(({ reads }) => reads);
  const read = isRead ? subtract(wanted, folder.flags["\\Seen"]) : [];
  const after = read.length === 0 ? folder : mark(folder, read, ["\\Seen"], unite);
  return end(call, "fetched", "OK", {
    first: fetchedReplies(call, after, wanted, items, viewOf(read)),
    state: { ...call.state, folder: after },
  });
}

/**
 * A response a message. Where fetching it has just set `\\Seen`, its flags are told too. Responses of one line each are
 * rows, of which any can be read first.
 */
function fetchedReplies(
  call: Call,
  folder: Folder,
  uids: Ranges,
  items: readonly Item[],
  read: View,
): Iterable<Reply> {
  const withFlagsToo = items.includes(FLAG_ITEM) ? items : [...items, FLAG_ITEM];
  const { present, seen } = readFolder(folder, call.world.mailbox);
  const found = viewOf(intersect(uids, present));
  const response = (index: number) => {
    const uid = found.at(index) as number;
    return fetched(seen(uid), read.indexOf(uid) < 0 ? items : withFlagsToo);
  };
  if (!items.some(({ isLiteral }) => isLiteral))
    return rows(found.count, (index) => data(response(index)));
  return lines(function* () {
    for (let index = 0; index < found.count; index++) yield response(index);
  });
}

function store(call: Call, folder: Folder): Imap4Answer {
  const wanted = needMessages(call, folder);
  const how = need(call.args, / +[-+]?flags(\.silent)? +/iy).trim();
  const flags = needFlags(call);
  if (folder.readOnly) return refuse(call, "notOffered");
  const after = how.startsWith("+")
    ? mark(folder, wanted, flags, unite)
    : how.startsWith("-")
      ? mark(folder, wanted, flags, subtract)
      : mark(mark(folder, wanted, FLAGS, subtract), wanted, flags, unite);
  const items = call.byUid ? [UID, FLAG_ITEM] : [FLAG_ITEM];
  const isSilent = /silent/i.test(how);
  const first = fetchedReplies(call, after, wanted, items, viewOf([]));
  return complete(call, {
    first: isSilent ? [] : first,
    state: { ...call.state, folder: after },
  });
}

/** `(\Seen \Deleted)` or `\Seen \Deleted`, in lower case. Flags that the folder does not have are passed over. */
function needFlags({ args }: Call): Flag[] {
  const needFlag = (cursor: Cursor) => need(cursor, /\\?[!#$&',-[\]-z|-~]+/y);
  const names: string[] = [];
  if (args.text[args.at] === "(") names.push(...needList(args, needFlag));
  else
    do names.push(needFlag(args));
    while (takeSpace(args));
  needEnd(args);
  return FLAGS.filter((flag) => names.some((name) => name.toLowerCase() === flag.toLowerCase()));
}

function mark(
  folder: Folder,
  uids: Ranges,
  flags: readonly Flag[],
  change: (marked: Ranges, uids: Ranges) => Ranges,
): Folder {
  return withFlags(folder, (marked, flag) =>
    flags.includes(flag) ? change(marked, uids) : marked,
  );
}

function search(call: Call, folder: Folder): Imap4Answer {
  const charset = take(call.args, / +charset +/iy) && needString(call.args);
  if (charset !== undefined && !/^(us-ascii|utf-8)$/i.test(charset))
    return refuse(call, "notOffered");
  needSpace(call.args);
  const reading = readFolder(folder, call.world.mailbox);
  const { count } = reading.ids;
  const test = needTests(call.args, { number: count, uid: reading.ids.at(count - 1) ?? 0 });
  needEnd(call.args);
  const first: Iterable<Reply> = lines(function* () {
    let found = "* SEARCH";
    for (const seen of reading.messages(folder.uids))
      if (test(seen)) found += ` ${call.byUid ? seen.message.uid : seen.number}`;
    yield found;
  });
  return complete(call, { first });
}
