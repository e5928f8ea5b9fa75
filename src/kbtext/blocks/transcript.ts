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
  const { end, rest } = sessionAt(lines, at, first.indent);
  const { filled, replies, prompts } = rest(at);
  const enough = first.indent > 0 ? replies >= 1 && filled >= 2 : replies >= 2;
  const typed = filled >= 2 && isTyped(first.text, filled - 1, prompts - promptsIn(first));
  if (!typed && (!enough || replies < filled / 5)) return undefined;
  const session = lines.slice(at, end);
  return {
    block: { kind: "transcript", info: "transcript", lines: session, ...rangeOf(session) },
    next: end,
  };
};

/**
 * A command at a prompt; or a tool's name, and below it what was typed at the prompts of that tool.
 *
 * @param below how many lines follow that are not blank
 * @param prompts how many of them are at such a prompt
 */
function isTyped(text: string, below: number, prompts: number): boolean {
  if (/^\s*[A-Z]:\\[^>|]*>\s*\S/i.test(text)) return true;
  return (
    prompts >= Math.max(2, below / 2) &&
    /^\s*(?:debug|edlin|ftp|telnet|nslookup|netsh|ntdsutil|diskpart)\b[^.:]*(?:\.\w+)?$/i.test(text)
  );
}

function promptsIn({ text }: Line): number {
  return /^\s*[->*:#]\s?\w/.test(text) ? 1 : 0;
}

/** Lines at the margin are text unless one of them is of a session and they are no sentences. */
function isSession(chunk: readonly Line[]): boolean {
  return chunk.some((line) => isSessionLine(line.text)) && !isProse(chunk);
}

/** How many lines are not blank, how many of these are of a session, and how many at a tool's prompt. */
interface Counts {
  filled: number;
  replies: number;
  prompts: number;
}

/** What may be a session: lines that keep an indent. */
interface Session {
  start: number;
  end: number;
  /** What its lines from one on hold. */
  rest: (at: number) => Counts;
}

/** Those that were looked at last, by their indents. */
const SESSIONS = new WeakMap<readonly Line[], Map<number, Session>>();

/** What may be a session from `at` on. Where it turns out to be none, the next chunk asks again, and has the same end: it is known. */
function sessionAt(lines: Line[], at: number, indent: number): Session {
  const known = SESSIONS.get(lines) ?? new Map<number, Session>();
  SESSIONS.set(lines, known);
  const last = known.get(indent);
  if (last !== undefined && last.start <= at && at < last.end) return last;
  const session = countedSession(lines, at, sessionEnd(lines, at, indent));
  known.set(indent, session);
  return session;
}

function countedSession(lines: readonly Line[], start: number, end: number): Session {
  const counts: Counts[] = [];
  let below: Counts = { filled: 0, replies: 0, prompts: 0 };
  for (let at = end - 1; at >= start; at--) {
    below = withLine(below, lines[at]);
    counts.push(below);
  }
  return { start, end, rest: (at) => counts[end - 1 - at] ?? below };
}

function withLine(below: Counts, line: Line | undefined): Counts {
  if (line === undefined || isBlank(line)) return below;
  return {
    filled: below.filled + 1,
    replies: below.replies + (isSessionLine(line.text) ? 1 : 0),
    prompts: below.prompts + promptsIn(line),
  };
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
      (indent === 0 || isProse(chunk))
    )
      return end;
    end = next + chunk.length;
  }
}
