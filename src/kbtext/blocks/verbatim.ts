import type { Line } from "../line.ts";
import { alternative } from "./alternative.ts";
import { rangeOf, type VerbatimKind } from "./block.ts";
import { beginsList } from "./list.ts";
import { codeShare, isListingLine, isProse } from "./looks.ts";
import {
  chunkEnd,
  leadIn,
  skipBlank,
  type Context,
  type Match,
  type Recogniser,
} from "./recogniser.ts";

/** Lead-ins that name what they lead up to. */
const LEADS: [VerbatimKind, RegExp][] = [
  [
    "message",
    /\b(?:messages?|errors?|prompt(?:ed)?|dialog|warning|displays?|displayed|appears?|reports?)\b[^.]*:\W*$/,
  ],
  ["listing", /\b(?:output|results?|directory|listing|trace|log|dump|looks? like)\b[^.]*:\W*$/],
  [
    "code",
    /\b(?:code|sample|program|syntax|statements?|commands?|command line|lines?|example|type|macro|function|declaration|query|script|entry|entries|file|section|settings?|line)\b[^.]*:\W*$/,
  ],
];

/**
 * Indented text that is to be read as it stands: code, a message, output. Where the lines themselves do not tell, the
 * sentence before them does.
 *
 *     …the following error message:
 *
 *        Cannot open one.txt
 */
export const verbatim: Recogniser = (lines, at, context) => {
  const first = lines[at];
  if (first === undefined || first.indent === 0) return undefined;
  const chunk = lines.slice(at, chunkEnd(lines, at));
  const kind = kindOf(chunk, context);
  if (kind === undefined) return undefined;
  return gather(lines, at, kind, context);
};

/**
 * Code and listings at the margin, which only their look tells from text.
 */
export const flushVerbatim: Recogniser = (lines, at, context) => {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (chunk[0]?.indent !== 0 || isProse(chunk)) return undefined;
  if (isListing(chunk)) return gather(lines, at, "listing", context);
  const share = codeShare(chunk);
  const led = LEADS[2]?.[1].test(leadIn(context.intro)) === true;
  if (share < (led ? 0.4 : 0.6) || (chunk.length < 2 && !led)) return undefined;
  return gather(lines, at, "code", context);
};

function kindOf(chunk: Line[], context: Context): VerbatimKind | undefined {
  if (isListing(chunk)) return "listing";
  const share = codeShare(chunk);
  const lead = leadIn(context.intro);
  const led = LEADS.find(([, words]) => words.test(lead))?.[0];
  const prose = isProse(chunk);
  if (led === "message" && (prose || share < 0.5)) return "message";
  if (share >= 0.5 && !prose) return "code";
  if (prose && led !== undefined) return "message";
  if (prose && chunk.length > 1) return undefined;
  return led ?? "code";
}

function isListing(chunk: Line[]): boolean {
  const hits = chunk.filter((line) => isListingLine(line.text)).length;
  return hits >= 1 && hits >= chunk.length / 3;
}

/** Takes the chunks that go on with the first: same kind, same depth, nothing between them but blank lines. */
function gather(lines: Line[], at: number, kind: VerbatimKind, context: Context): Match {
  const flush = lines[at]?.indent === 0;
  let end = chunkEnd(lines, at);
  for (;;) {
    const next = skipBlank(lines, end);
    const chunk = lines.slice(next, chunkEnd(lines, next));
    if (chunk.length === 0 || !goesOn(lines, next, chunk, kind, flush, context)) break;
    end = next + chunk.length;
  }
  const taken = lines.slice(at, end);
  const info = kind === "code" ? "text" : kind;
  return { block: { kind, info, lines: taken, ...rangeOf(taken) }, next: end };
}

function goesOn(
  lines: Line[],
  at: number,
  chunk: Line[],
  kind: VerbatimKind,
  flush: boolean,
  context: Context,
): boolean {
  const indented = chunk.every((line) => line.indent > 0);
  if (alternative(lines, at, context) !== undefined || /^\s*Q\d{5,6}\b/.test(chunk[0]?.text ?? ""))
    return false;
  if (kind === "message")
    return (
      indented && !/messages\b/.test(leadIn(context.intro)) && kindOf(chunk, context) === "message"
    );
  if (!flush)
    return (
      indented && kindOf(chunk, context) === kind && !(beginsList(lines, at) && isProse(chunk))
    );
  if (isProse(chunk)) return false;
  return kind === "listing" ? isListing(chunk) : indented || codeShare(chunk) >= 0.5;
}
