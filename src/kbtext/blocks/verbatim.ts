import { isBlank, type Line } from "../line.ts";
import { alternative } from "./alternative.ts";
import { rangeOf, type VerbatimKind } from "./block.ts";
import { languageOf } from "./language.ts";
import {
  announced,
  announcesCode,
  announcesError,
  announcesMessage,
  announcesOutput,
  announcesProgram,
  announcesScreen,
  asksToSearch,
  asksToType,
  leadIn,
} from "./lead.ts";
import { beginsList } from "./list.ts";
import {
  codeShare,
  isCodeLine,
  isListingLine,
  isProse,
  isRagged,
  isStatement,
  isSurelyCodeLine,
} from "./looks.ts";
import { isFileName } from "./paragraph.ts";
import { chunkEnd, skipBlank, type Context, type Match, type Recogniser } from "./recogniser.ts";

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
    isFileName(chunk[0]) ||
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

/** A path alone on its line, or two; more are a list of files. `%windir%\\system32\\one.dat` */
function isPath(chunk: Line[]): boolean {
  return chunk.length <= 2 && chunk.every((line) => PATH.test(line.text.slice(0, 300)));
}

const PATH = /^\s*(?:[A-Z]:|%\w+%|\\\\[\w<])[\w<>.$~%-]*(?:\\[\w<>.$~%*?-]+)+$/i;

function flushKind(chunk: Line[], context: Context): VerbatimKind | undefined {
  const [{ text } = { text: "" }] = chunk;
  if (isQuotedCommand(chunk) || isPath(chunk)) return "code";
  if (chunk.length === 1 && (SETTING.test(text) || isStatement(text))) return "code";
  const share = codeShare(chunk);
  const lead = leadIn(context.intro);
  const led = announcesCode(lead);
  if (chunk.length >= 2 && share >= 0.8) return "code";
  if (isSettings(chunk)) return "code";
  if (share < 0.8 && leadsOn(chunk)) return undefined;
  if (isLogged(chunk, share)) return "listing";
  if (announcesOutput(lead) && isShort(chunk)) return "listing";
  if (isProse(chunk) && (share < 0.5 || isSentence(chunk))) return undefined;
  if (isListing(chunk)) return "listing";
  if (chunk.length === 1 && asksToType(lead) && isTyped(text)) return "code";
  if (share >= (led ? 0.4 : 0.6) && (chunk.length >= 2 || led)) return "code";
  return isRagged(chunk) ? (share >= 0.3 ? "code" : "listing") : undefined;
}

/** `[One]` over `Two=3`, a section of a file of settings. */
function isSettings([first, ...rest]: Line[]): boolean {
  return (
    /^\[[^\]]{1,60}\]$/.test(first?.text ?? "") &&
    rest.length > 0 &&
    rest.every((line) => /^\s*[\w .\\:@"*]{1,60}=/.test(line.text))
  );
}

/** Whether the lines end as those of a lead-in do, not in a program's label. */
function leadsOn(chunk: Line[]): boolean {
  const last = chunk.at(-1)?.text ?? "";
  return /[a-z]:$/.test(last) || (last.endsWith(":") && isProse(chunk.slice(-1)));
}

/** One line to be typed: no sentence, nor the beginning of one. */
function isTyped(text: string): boolean {
  return text.length < 72 && !/[.:,?!]$/.test(text) && /[\\/<[\]=:-]\S/.test(text);
}

/** Half of the lines or more of a listing, or lines of figures and names rather than of words. */
function isLogged(chunk: Line[], share: number): boolean {
  if (chunk.length < 2) return false;
  const listed = chunk.filter((line) => isListingLine(line.text)).length;
  return (listed >= chunk.length / 2 && !isSentence(chunk)) || (share < 0.4 && isData(chunk));
}

/** A sentence that was wrapped: a line may look like one of a program or listing, but it does not begin with that. */
function isSentence(chunk: Line[]): boolean {
  const [first, ...rest] = chunk;
  return (
    /^[A-Z]\w* \w+ [\w"]/.test(first?.text ?? "") &&
    isProse(chunk) &&
    rest.length <= 2 &&
    !isCodeLine(first?.text ?? "") &&
    !isListingLine(first?.text ?? "")
  );
}

/** Ragged lines of which two in five words hold a figure or a sign; hardly one ends a sentence or goes on with a list. */
function isData(chunk: Line[]): boolean {
  if (chunk.length < 3) return false;
  const ends = chunk.filter((line) => /[.,!?]$/.test(line.text)).length;
  if (ends > chunk.length / 5) return false;
  const words = chunk.slice(0, 50).flatMap((line) => line.text.slice(0, 200).trim().split(/\s+/));
  const odd = words.filter((word) => /\d|[=:_$@|<>\\]/.test(word)).length;
  return odd >= words.length * 0.4;
}

function kindOf(chunk: Line[], context: Context): VerbatimKind | undefined {
  const share = codeShare(chunk);
  const lead = leadIn(context.intro);
  const led = announced(lead);
  if (asksToSearch(lead) && chunk.length === 1) return "listing";
  if (isQuotedCommand(chunk)) return "code";
  if (led === "message" && isMessage(chunk, lead)) return "message";
  if (isListing(chunk)) return "listing";
  const prose = (isProse(chunk) && share < 0.5 && !isShort(chunk)) || isRemark(chunk, share);
  const strong = share >= 0.7 && chunk.length >= 2;
  if (
    led === "message" &&
    !strong &&
    (!prose || announcesMessage(lead) || (announcesScreen(lead) && chunk.length === 1)) &&
    isUncoded(chunk, share, lead)
  )
    return namesOnly(chunk, share, lead) ? "listing" : "message";
  if (strong || (share >= 0.5 && !prose)) return "code";
  if (prose) return announcesOutput(lead) && (chunk[0]?.indent ?? 0) > 0 ? "listing" : undefined;
  if (chunk[0]?.indent === 0 && led === undefined) return undefined;
  return led === "message" || (!announcesProgram(lead) && isNames(chunk, share))
    ? "listing"
    : (led ?? "code");
}

/** `" copy one two " (without the quotation marks)` */
function isQuotedCommand(chunk: Line[]): boolean {
  if (!/^\s*"/.test(chunk[0]?.text ?? "")) return false;
  const text = chunk.map((line) => line.text.slice(0, 200).trim()).join(" ");
  return /^"[^"].*" ?\(without (?:the )?quotation marks?\)\W*$/i.test(text);
}

/** Where an error message is announced, a few lines that are surely neither a program nor a listing. */
function isMessage(chunk: Line[], lead: string): boolean {
  if (announcesMessage(lead) && namesItsParts(chunk)) return true;
  if (!announcesError(lead) || chunk.length > 6) return false;
  const listed = chunk.filter((line) => isListingLine(line.text)).length;
  const coded = chunk.filter((line) => isSurelyCodeLine(line.text)).length;
  return isProse(chunk.slice(0, 1)) && listed <= chunk.length / 3 && coded <= chunk.length / 2;
}

/** Short lines after words that do not say that a message follows, only that something is seen. */
function namesOnly(chunk: Line[], share: number, lead: string): boolean {
  return !announcesMessage(lead) && isNames(chunk, share);
}

/** `Click OK.`, `Find the line:`: what the item goes on with, after what was set off in it. */
function isRemark(chunk: Line[], share: number): boolean {
  const text = chunk.map((line) => line.text.slice(0, 200).trim()).join(" ");
  return (
    chunk[0]?.indent === 0 &&
    share < 0.5 &&
    /^[A-Z][A-Za-z]* [\w"'(),-][\w"'(), -]*[.:]$/.test(text)
  );
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

/** Few signs of a program; where an error is announced, only sure ones count, and in one line none. */
function isUncoded(chunk: Line[], share: number, lead: string): boolean {
  if (share < 0.5 || (chunk.length === 1 && announcesMessage(lead))) return true;
  return announcesError(lead) && !chunk.some((line) => isSurelyCodeLine(line.text));
}

/** Lines that stop far from the margin and end no sentence: each says something of its own. */
function isShort(chunk: Line[]): boolean {
  return (
    chunk.length > 1 && chunk.every((line) => line.text.length < 45 && !/[.,]$/.test(line.text))
  );
}

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
  if (kind === "code" && isRemarkBetween(lines, at, chunk)) return true;
  if (kind === "message")
    return (
      indented && !/messages\b/.test(leadIn(context.intro)) && kindOf(chunk, context) === "message"
    );
  if (!flush)
    return (
      indented && kindOf(chunk, context) === kind && !(beginsList(lines, at) && isProse(chunk))
    );
  if (kind === "listing") return flushKind(chunk, context) === "listing";
  if (chunk.length === 1 && isSurelyCodeLine(chunk[0]?.text ?? "")) return true;
  return indented ? kindOf(chunk, context) === "code" : flushKind(chunk, context) === "code";
}

/** A program's remark that reads like a sentence, with the program going on below it. */
function isRemarkBetween(lines: Line[], at: number, chunk: Line[]): boolean {
  if (chunk.length > 3 || !chunk.every((line) => REMARK.test(line.text))) return false;
  const next = skipBlank(lines, at + chunk.length);
  return isSurelyCodeLine(lines[next]?.text ?? "");
}

const REMARK = /^\s*(?:\*{1,3} ?|'|;|\/\/|REM\b|&&)\s*\S/;
