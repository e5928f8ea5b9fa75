import { isBlank, isRule } from "../line.ts";
import { rangeOf } from "./block.ts";
import { isStatement, isSurelyCodeLine } from "./looks.ts";
import { announcesProgram, asksToType, leadIn } from "./lead.ts";
import { skipBlank, type Recogniser } from "./recogniser.ts";

/**
 * A sub-heading over dashes of its own length:
 *
 *     Steps to Reproduce Behavior
 *     ---------------------------
 */
export const underlinedHeading: Recogniser = (lines, at) => {
  const [line, rule] = [lines[at], lines[at + 1]];
  if (line === undefined || rule === undefined || line.indent > 0 || rule.indent > 0)
    return undefined;
  // Some underline a title's words without the colon behind them.
  const title = line.text.replace(/(?<=\w):$/, "");
  if (rule.text.length !== line.text.length && rule.text.length !== title.length) return undefined;
  if (!isRule(rule, "-") && !isRule(rule, "=")) return undefined;
  // The head of a table has gaps, or text right under its rule that keeps its column.
  if (/ {2}/.test(line.text) || !/[A-Za-z]{2}/.test(line.text)) return undefined;
  return { block: { kind: "heading", text: line.text, ...rangeOf([line, rule]) }, next: at + 2 };
};

const NUMBERED =
  /^(?:method|workaround|resolution|solution|option|scenario|example|case|part|phase|procedure|section|cause|symptom|problem|issue)\s+(?:#\s?)?(?:\d{1,2}|[A-Z]|one|two|three|four|five)\b(?:[:.,-]?\s.{0,60}|:)?$/i;

const TITLED =
  /^(?:(?:steps to reproduce|steps to recreate|sample code|code example|code sample|example|examples|sample program|how to|step-by-step example|instructions)\b[^.]{0,50}|[A-Z][A-Z0-9 /&'-]{3,50})$/i;

/**
 * A short line alone that can only be a heading, though nothing underlines it:
 *
 *     Workaround 2:
 */
export const loneHeading: Recogniser = (lines, at, context) => {
  // What opens an item is the item's own text: `- SUMMARY`, an entry of the list of contents.
  if (context.inside && at === 0) return undefined;
  const line = lines[at];
  if (line === undefined || line.indent > 0 || line.text.length > 72 || !isBlank(lines[at + 1]))
    return undefined;
  if (skipBlank(lines, at + 1) === lines.length) return undefined;
  if ((/:$/.test(line.text) && line.text.length > 40) || isStatement(line.text)) return undefined;
  const numbered = [NUMBERED, BETWEEN_RULES].some((one) => one.test(line.text));
  if (!numbered && (!isTitle(line.text) || isInProgram(line.text, leadIn(context.intro))))
    return undefined;
  return { block: { kind: "heading", text: line.text, ...rangeOf([line]) }, next: at + 1 };
};

/** What was announced as a program begins: `DEFINT A-Z`; or what is to be typed stands alone. */
function isInProgram(text: string, lead: string): boolean {
  return asksToType(lead) || (announcesProgram(lead) && isSurelyCodeLine(text));
}

/** `===== PROGRAM =====`: a title between rules. */
const BETWEEN_RULES = /^([=*-])\1{2,} ?[A-Za-z][^=*]{2,60} ?\1{3,}$/;

function isTitle(text: string): boolean {
  return (
    TITLED.test(text) &&
    !/[:,;]$/.test(text) &&
    /[A-Z]/.test(text.charAt(0)) &&
    text === text.trim() &&
    isCapital(text) &&
    !/ {2}/.test(text)
  );
}

/** Every longer word begins with a capital. */
function isCapital(text: string): boolean {
  return !/(?<![\w'])[a-z]\w{4,}/.test(text);
}
