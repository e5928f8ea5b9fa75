import { isBlank, type Line } from "../line.ts";
import { rangeOf } from "./block.ts";
import { beginsList } from "./list.ts";
import { isProse, isSessionLine } from "./looks.ts";
import { chunkEnd, skipBlank, type Recogniser } from "./recogniser.ts";

/**
 * A session at a prompt or with a server, what is typed and what is answered:
 *
 *     telnet server 110
 *     +OK ready
 *
 *     user name
 *     +OK
 *
 * Blank lines are part of it as long as the lines keep their indent.
 */
export const transcript: Recogniser = (lines, at) => {
  const first = lines[at];
  if (
    first === undefined ||
    (first.indent === 0 && !isSession(lines.slice(at, chunkEnd(lines, at))))
  )
    return undefined;
  // An item that announces a session is the list's, and so is the session inside it.
  if (beginsList(lines, at) && !isSessionLine(first.text)) return undefined;
  const end = sessionEnd(lines, at, first.indent);
  const session = lines.slice(at, end);
  const filled = session.filter((line) => !isBlank(line));
  const replies = filled.filter((line) => isSessionLine(line.text)).length;
  const enough = first.indent > 0 ? replies >= 1 && filled.length >= 2 : replies >= 2;
  const typed = isTyped(filled);
  if (!typed && (!enough || replies < filled.length / 5)) return undefined;
  return {
    block: { kind: "transcript", info: "transcript", lines: session, ...rangeOf(session) },
    next: end,
  };
};

/** A command at a prompt; or a tool's name, and below it what was typed at the prompts of that tool. */
function isTyped([first, ...rest]: readonly Line[]): boolean {
  if (first === undefined || rest.length === 0) return false;
  if (/^\s*[A-Z]:\\[^>|]*>\s*\S/i.test(first.text)) return true;
  return (
    /^\s*(?:debug|edlin|ftp|telnet|nslookup|netsh|ntdsutil|diskpart)\b[^.:]*(?:\.\w+)?$/i.test(
      first.text,
    ) &&
    rest.filter((line) => /^\s*[->*:#]\s?\w/.test(line.text)).length >= Math.max(2, rest.length / 2)
  );
}

/** Lines at the margin are text unless one of them is of a session and they are no sentences. */
function isSession(chunk: readonly Line[]): boolean {
  return chunk.some((line) => isSessionLine(line.text)) && !isProse(chunk);
}

/** The chunks from `at` on that keep the indent; at the margin, those that hold a line of a session. */
function sessionEnd(lines: Line[], at: number, indent: number): number {
  let end = chunkEnd(lines, at);
  for (;;) {
    const next = skipBlank(lines, end);
    const line = lines[next];
    if (line === undefined || line.indent < indent) return end;
    const chunk = lines.slice(next, chunkEnd(lines, next));
    if (
      !chunk.some((candidate) => isSessionLine(candidate.text)) &&
      (indent === 0 || isText(chunk))
    )
      return end;
    end = next + chunk.length;
  }
}

/** What was found of the lines from one on, so many of them: every place above looks ahead at them. */
const TEXT = new WeakMap<Line, { count: number; isText: boolean }>();

function isText(chunk: readonly Line[]): boolean {
  const [first] = chunk;
  if (first === undefined) return false;
  const known = TEXT.get(first);
  if (known?.count === chunk.length) return known.isText;
  const found = { count: chunk.length, isText: isProse(chunk) };
  TEXT.set(first, found);
  return found.isText;
}
