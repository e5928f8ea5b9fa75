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
  while (end < lines.length && !isBlank(lines[end]) && !beginsUnder(lines, end)) end++;
  return end;
}

/** A list under a line that ends like a lead-in; elsewhere, a dash or number is the text's own. */
export function beginsUnder(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1]?.text ?? "";
  return (/[:.]$/.test(before) || before.length < 50) && beginsList(lines, at);
}
