import type { Line } from "./line.ts";

/**
 * Wrapped lines → one text. A line's break becomes a space, except
 *
 * - after a hyphen inside a word (`User-` over `Defined`), where it becomes nothing;
 * - inside an address or a path (`http://host/` over `page.htm`), likewise;
 * - where the line was broken on purpose, far from the margin: it stays a line feed.
 */
export function unwrap(lines: readonly Line[]): string {
  const margin = lines.reduce((widest, line) => Math.max(widest, line.text.length), 0);
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    const words = line.text.trim().replace(/ {2,}/g, " ");
    text += before === undefined ? words : joint(before, line, margin) + words;
    before = line;
  }
  return text;
}

/** What stands between two lines once they are joined. */
function joint(before: Line, after: Line, margin: number): string {
  const first = /\S+/.exec(after.text)?.[0] ?? "";
  if (BREAKS.has(before.text.at(-1) ?? "") && isBroken(before, first)) return "";
  return isMeant(before, first, margin) ? "\n" : " ";
}

/** What a word or a path ends in where it goes on below. */
const BREAKS = new Set("-/_=&?\\");

function isBroken(before: Line, first: string): boolean {
  const last = /\S+$/.exec(before.text)?.[0] ?? "";
  return isBrokenWord(last, first) || isBrokenPath(last, first);
}

/** `User-` over `Defined`, but not `16-` over `and 32-bit`. */
function isBrokenWord(last: string, first: string): boolean {
  return (
    /[A-Za-z0-9]-$/.test(last) && /^[A-Za-z0-9]/.test(first) && !/^(?:and|or|to|but)$/i.test(first)
  );
}

/** `http://host/` over `page.htm`, `HKEY_LOCAL_MACHINE\System\` over `Current`. */
function isBrokenPath(last: string, first: string): boolean {
  if (/^\W*(?:https?|ftp):\/\/\S*[/_=&?-]$/i.test(last))
    return /^[\w%~.-]*[./?=&_-][\w%~./?=&-]*$/.test(first);
  return /^\W*HKEY_\S*\\$/.test(last) && /^[A-Za-z0-9]/.test(first);
}

/** Whether a line stops so early that the next words would easily have fitted, and a new thought begins below. */
function isMeant(before: Line, first: string, margin: number): boolean {
  if (/^[a-z(]/.test(first) || /[,;(]$/.test(before.text)) return false;
  const free = Math.max(margin, 64) - before.text.length;
  return before.text.length - before.indent < 45 && free > first.length + 16;
}
