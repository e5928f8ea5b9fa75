import { isBlank, type Line } from "../line.ts";
import { alternative } from "./alternative.ts";
import { rangeOf, type VerbatimKind } from "./block.ts";
import { languageOf } from "./language.ts";
import { beginsList } from "./list.ts";
import {
  codeShare,
  isListingLine,
  isProse,
  isRagged,
  isStatement,
  isSurelyCodeLine,
} from "./looks.ts";
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
    /\b(?:messages?|errors?|prompt(?:ed)?|dialog(?: box)?|warnings?|displays?|displayed|appears?|reports?|receive|question|reads?|states?|says?)\b(?:[^.]|\.\S)*:\W*$/,
  ],
  [
    "listing",
    /\b(?:output|results?|directory|listing|trace|log|dump|stack|looks? like|similar to)\b(?:[^.]|\.\S)*:\W*$/,
  ],
  [
    "code",
    /\b(?:code|sample|program|syntax|statements?|commands?|command line|lines?|example|type|macro|function|declaration|query|script|entry|entries|file|section|settings?|line|follow(?:s|ing))\b(?:[^.]|\.\S)*:\W*$/,
  ],
];
const CODE_LEAD = LEADS[2]?.[1];

/**
 * Text that is set off to be read as it stands: code, a message, output. Where the lines themselves do not tell, the
 * sentence before them does.
 *
 *     …the following error message:
 *
 *        Cannot open one.txt
 */
export const verbatim: Recogniser = (lines, at, context) => {
  if (!isSetOff(lines, at, context)) return undefined;
  const chunk = lines.slice(at, chunkEnd(lines, at));
  const kind = kindOf(chunk, context);
  if (kind === undefined) return undefined;
  return gather(lines, at, kind, context);
};

/** By its indent; inside an item, where text and code share the margin, by the sentence that leads up to it. */
function isSetOff(lines: Line[], at: number, context: Context): boolean {
  if ((lines[at]?.indent ?? 0) > 0) return true;
  return context.inside && at > 0 && isBlank(lines[at - 1]) && leadIn(context.intro) !== "";
}

/** Code and listings at the margin, which only their look tells from text. */
export const flushVerbatim: Recogniser = (lines, at, context) => {
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (
    chunk[0]?.indent !== 0 ||
    chunk.some((_, index) => index > 0 && beginsList(lines, at + index))
  )
    return undefined;
  const kind = flushKind(chunk, context);
  if (kind === undefined || (context.inside && at === 0 && !isWhollyCode(chunk))) return undefined;
  return gather(lines, at, kind, context);
};

/** An item begins with its own text, unless every line of that is code. */
function isWhollyCode(chunk: readonly Line[]): boolean {
  return chunk.length >= 2 && chunk.every((line) => isSurelyCodeLine(line.text)) && !isProse(chunk);
}

/** `Name=<value>`, the syntax of a setting. */
const SETTING = /^[A-Za-z]\w*\s?=\s?<\S+>$/;

function flushKind(chunk: Line[], context: Context): VerbatimKind | undefined {
  const [{ text } = { text: "" }] = chunk;
  if (chunk.length === 1 && (SETTING.test(text) || isStatement(text))) return "code";
  const share = codeShare(chunk);
  const led = CODE_LEAD?.test(leadIn(context.intro)) === true;
  if (chunk.length >= 2 && share >= 0.8) return "code";
  if (/[a-z]:$/.test(chunk.at(-1)?.text ?? "") && share < 0.8) return undefined;
  if (isProse(chunk) && share < 0.5) return undefined;
  if (isListing(chunk)) return "listing";
  if (share >= (led ? 0.4 : 0.6) && (chunk.length >= 2 || led)) return "code";
  return isRagged(chunk) ? (share >= 0.3 ? "code" : "listing") : undefined;
}

function kindOf(chunk: Line[], context: Context): VerbatimKind | undefined {
  const share = codeShare(chunk);
  const lead = leadIn(context.intro);
  const led = leadKind(lead);
  if (led === "message" && SURELY.test(lead) && namesItsParts(chunk)) return "message";
  if (isListing(chunk)) return "listing";
  const prose = isProse(chunk) && share < 0.5 && !isShort(chunk);
  const strong = share >= 0.7 && chunk.length >= 2;
  if (
    led === "message" &&
    !strong &&
    (!prose || SURELY.test(lead)) &&
    isUncoded(chunk, share, lead)
  )
    return "message";
  if (strong || (share >= 0.5 && !prose)) return "code";
  if (prose) return undefined;
  if (chunk[0]?.indent === 0 && led === undefined) return undefined;
  return led === "message" || (!PROGRAM.test(lead) && isNames(chunk, share))
    ? "listing"
    : (led ?? "code");
}

/** `[Company] [Driver] Cannot open the file.`: who says it, and a few lines of words behind. */
function namesItsParts(chunk: Line[]): boolean {
  const [first, ...rest] = chunk;
  return (
    /^\s*\[\w[\w .-]*\] ?\[?[A-Za-z].*[a-z]{3}/.test(first?.text.slice(0, 300) ?? "") &&
    rest.length < 6 &&
    !isListing(rest)
  );
}

/** Words that say that a message follows, even where it reads like any sentence. */
const SURELY =
  /\b(?:messages?|errors?|prompt(?:ed)?|dialog(?: box)?|warnings?|question)\b(?:[^.]|\.\S)*:\W*$/;

/** What a lead-in leads up to: `the following error message`, or else what it speaks of at all. */
function leadKind(lead: string): VerbatimKind | undefined {
  const after = /\bfollowing((?:\s+\S+){1,5})(?!.*\bfollowing\b)/.exec(lead)?.[1] ?? "";
  const { message, listing, code } = NOUNS.exec(after)?.groups ?? {};
  if (message !== undefined) return "message";
  if (listing !== undefined) return "listing";
  if (code !== undefined) return "code";
  return LEADS.find(([, words]) => words.test(lead))?.[0];
}

/** What may follow, in the words of its announcement. */
const NOUNS =
  /\b(?:(?<message>messages?|errors?|prompts?|dialog|warnings?|questions?)|(?<listing>output|results?|listing|trace|logs?|dump)|(?<code>code|samples?|programs?|syntax|statements?|commands?|lines?|examples?|macros?|functions?|query|script|entry|entries|settings?))\b/;

/** Few signs of a program; in one line where a message is announced, none count. */
function isUncoded(chunk: Line[], share: number, lead: string): boolean {
  return share < 0.5 || (chunk.length === 1 && SURELY.test(lead));
}

/** Lines that stop far from the margin and end no sentence: each says something of its own. */
function isShort(chunk: Line[]): boolean {
  return (
    chunk.length > 1 && chunk.every((line) => line.text.length < 45 && !/[.,]$/.test(line.text))
  );
}

/** Words that say that a program or a command follows. */
const PROGRAM =
  /\b(?:code|sample|program|syntax|statements?|commands?|macro|function|declaration|query|script|type)\b(?:[^.]|\.\S)*:\W*$/;

/** Short lines that name things: files, options, people. */
function isNames(chunk: Line[], share: number): boolean {
  return chunk.length > 1 && share < 0.2 && isRagged([...chunk, ...chunk]);
}

function isListing(chunk: Line[]): boolean {
  const hits = chunk.filter((line) => isListingLine(line.text)).length;
  return (hits >= 1 && hits >= chunk.length / 3) || isLog(chunk);
}

/** Whether nearly every line begins with the same word, as those of a log do. */
function isLog(chunk: Line[]): boolean {
  if (chunk.length < 4) return false;
  const first = chunk.map((line) => /\S+/.exec(line.text.slice(0, 60))?.[0] ?? "");
  const same = first.filter(
    (word) => word === first[0] && !/^(?:REM|'|;|\/\/|\*|#)$/.test(word),
  ).length;
  return same >= chunk.length * 0.8;
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
  const info = kind === "code" ? languageOf(taken) : kind;
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
  if (kind === "listing") return flushKind(chunk, context) === "listing";
  return indented ? kindOf(chunk, context) === "code" : flushKind(chunk, context) === "code";
}
