import { charOf } from "./windows-1252.ts";
import type { Line } from "./line.ts";

/** What stood behind one space, and so stands at the margin now: items, and the head of a directory listing. */
const LOST = /^(?:- \S|Volume (?:in drive|Serial Number|Label) |Directory of [A-Z]:)/;

/**
 * Undoes what the archive's conversion did to the lines of form 2. Of articles that are there in both forms, every
 * line that began with a space has lost one (so that ` - item` became `- item`), and some bytes are written as `<A0>`.
 */
export function restoreLines(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const text = line.text.replace(/<([89A-F][0-9A-F])>/g, (_, hex: string) =>
      charOf(parseInt(hex, 16)),
    );
    const lost = text.startsWith(" ") || LOST.test(text);
    return lost ? { ...line, text: ` ${text}`, indent: line.indent + 1 } : { ...line, text };
  });
}
