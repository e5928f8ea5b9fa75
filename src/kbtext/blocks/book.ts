import { isBlank, type Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf } from "./block.ts";
import { beginsList } from "./list.ts";
import { chunkEnd, type Match, type Recogniser } from "./recogniser.ts";

/** A title in quotes or underscores, and what may stand behind it: who wrote it, who published it, where to look. */
const BOOK =
  /^(?:the |see )?(?:"[A-Z][^"]{5,120}"|_[A-Z][^_]{5,120}_)(?:$|[.,;:]?$|[,;.(]? ?\(?\S.*$)/i;

/** Words that titles of books have, and publishers. */
const BOOKISH =
  /\b(?:Guide|Manual|Reference|Handbook|Encyclopedia|Resource Kit|Brief|Press|ISBN|Programming|Programmer's|Chapter|pages? [A-Z\d]|Volume)\b/i;

const VERB =
  /\b(?:is|are|was|were|describes?|contains?|lists?|has|have|can|says?|states?|shows?|explains?|should|does|do|may|will|incorrectly)\b/;

/**
 * Books that stand by themselves, at the margin or set off:
 *
 *     "One Programmer's Guide," Some Press, page 12
 */
export const book: Recogniser = (lines, at, context) => {
  // A title that opens an item is the item's text.
  if (context.inside && at === 0) return undefined;
  if (ANNOUNCED.test(context.intro.slice(-200)) && isBookSetOff(lines, at))
    return announcedBook(lines, at);
  if (!/^\s*(?:the |see )?["_]/i.test(lines[at]?.text.slice(0, 100) ?? "")) return undefined;
  const chunk = lines.slice(at, Math.min(chunkEnd(lines, at), at + MOST_LINES));
  const entries: Line[][] = [];
  for (const line of chunk) {
    if (entries.length === 0 || /^\s*["_]/.test(line.text)) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  const titles = entries.map((entry) => unwrap(entry).replaceAll("\n", " "));
  if (!isBlank(lines[at + chunk.length]) || !titles.every(isBook)) return undefined;
  return {
    block: { kind: "reference", entries: titles, ...rangeOf(chunk) },
    next: at + chunk.length,
  };
};

/** Words that lead up to books alone. */
const ANNOUNCED = /\bfollowing (?:books?|manuals?|publications?)\W*$/i;

/** A few lines that are set off and neither a list nor a sentence. */
function isBookSetOff(lines: Line[], at: number): boolean {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  return (lines[at]?.indent ?? 0) > 0 && chunk.length <= 6 && !beginsList(lines, at);
}

function announcedBook(lines: Line[], at: number): Match {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  const entries = [unwrap(chunk).replaceAll("\n", " ")];
  return {
    block: { kind: "reference", entries, ...rangeOf(chunk) },
    next: at + chunk.length,
  };
}

/** More than any list of books has. */
const MOST_LINES = 20;

function isBook(text: string): boolean {
  return text.length < 300 && BOOK.test(text) && BOOKISH.test(text) && !VERB.test(text);
}
