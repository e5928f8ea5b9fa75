/** The line between two alternatives: `-or-`, `- or -`. */
const OR_WORDS = String.raw`[-–—\s]*or[-–—\s]*`;
export const OR = new RegExp(`^${OR_WORDS}$`, "i");

/** The tags that begin it as paragraphs of HTML. */
export const OR_PARAGRAPHS = new RegExp(`<p>(?=${OR_WORDS}</p>)`, "gi");

/** Only after one of these a sentence ends and another begins. */
const MAY_END = /[.!?…\u3002\u0085\u2028\u2029\n\r]\s*\S/;

/** A text's sentences, as they stand in it; the dot within `WIN.INI` ends none. */
export function sentencesOf(text: string): string[] {
  if (!MAY_END.test(text)) return text.trim() === "" ? [] : [text.trim()];
  const sentences: string[] = [];
  let start = 0;
  for (const end of endsIn(text)) {
    const open = text.slice(start, end);
    if (isAbbreviated(open) || isInName(text, end)) continue;
    sentences.push(open.trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

/** What ends in a full stop and goes on all the same: `e.g.`, `Inc.`, and the dot that begins a name, as in ` .GRP`. */
const ABBREVIATION =
  /(?<=(?:\s\.|(?:^|[\s("])(?:e\.g|i\.e|etc|vs|no|inc|corp|co|ltd|mr|ms|dr|approx|fig|ver|v|p|pp|(?:[A-Z]\.)*[A-Z])\.)\s*)/iy;

/** Looks at the end alone, however long the text is. */
function isAbbreviated(open: string): boolean {
  ABBREVIATION.lastIndex = open.length;
  return ABBREVIATION.test(open);
}

function isInName(text: string, at: number): boolean {
  return !/\s/.test(text.charAt(at - 1)) && /^[A-Z\d]{2,}\b/.test(text.slice(at));
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

const ASCII = /^[\0-\x7F]*$/;

/** Ends of sentences by Unicode's rules (UAX #29, SB4 to SB11): the same for ASCII as for other texts, and much quicker. */
function endsIn(text: string): number[] {
  if (!ASCII.test(text))
    return Array.from(SEGMENTER.segment(text), ({ index, segment }) => index + segment.length);
  const ends: number[] = [];
  END.lastIndex = 0;
  while (END.test(text)) ends.push(END.lastIndex);
  return ends;
}

/**
 * A line's end, or `.`, `!`, `?` with the closing marks and blanks behind it. Not before what continues a sentence; a dot
 * also not before a digit, before a capital within a word, or where a small letter is the first to follow.
 */
const END =
  /(?:[!?]|(?<![A-Za-z](?=\.[A-Z]))\.(?!\d|[^A-Za-z.!?\r\n]*[a-z]))(?!["'()[\]{}]*[ \t\v\f]*[-,:;.!?])["'()[\]{}]*[ \t\v\f]*(?:\r\n?|\n)?|\r\n?|\n/g;
