import type { Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf } from "./block.ts";
import { beginsList } from "./list.ts";
import type { Recogniser } from "./recogniser.ts";
import { isBlank } from "../line.ts";

/** Whatever is nothing else: text, unwrapped. It ends at a blank line, or where a list begins under it. */
export const paragraph: Recogniser = (lines, at) => {
  const end = paragraphEnd(lines, at);
  const chunk = lines.slice(at, end);
  return { block: { kind: "paragraph", text: unwrap(chunk), ...rangeOf(chunk) }, next: end };
};

function paragraphEnd(lines: Line[], at: number): number {
  let end = at + 1;
  if (isFileName(lines[at])) return end;
  while (end < lines.length && !isBlank(lines[end]) && !beginsUnder(lines, end)) {
    if (isLeadTo(lines, end)) return end;
    end++;
  }
  return end;
}

/** `One.ini:` right over what is in it. */
export function isFileName(line: Line | undefined): boolean {
  return /^[A-Za-z][\w~-]{0,30}\.[A-Za-z]{2,4}:$/.test(line?.text ?? "");
}

/** A registry key alone, right under the words that lead up to it. */
function isLeadTo(lines: readonly Line[], at: number): boolean {
  return /:$/.test(lines[at - 1]?.text ?? "") && /^\s*HKEY_\w+\\\S/.test(lines[at]?.text ?? "");
}

/** A list under a line that ends like a lead-in; elsewhere, a dash or number is the text's own. */
export function beginsUnder(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1]?.text ?? "";
  return (/[:.]$/.test(before) || before.length < 50) && beginsList(lines, at);
}
