import { isBlank, type Line } from "../line.ts";
import { rangeOf } from "./block.ts";
import { announcesEvent, announcesLogEntry } from "./lead.ts";
import { beginsList } from "./list.ts";
import { isProse } from "./looks.ts";
import { chunkEnd, skipBlank, type Context, type Match, type Recogniser } from "./recogniser.ts";

/** The labels of a record in the event log, in all their spellings. */
const LABEL =
  /^\s*(?:Event\s?(?:ID|Source|Category|Type)|ID|Source|Src|Category|Type|Date|Time|User|Computer|Description|Event Log|Log|Data|Severity|Facility)(?:\s*[:=]|\s{2,}\S|(?<=Event\s?ID)\s+\d)/i;

const ID_LINE = /^\s*(?:Event\s?ID|Event)\s*[:#=]?\s*\d+\b/i;

/** A whole record's head in one line: `Event 630 - Source: One`. */
const HEAD = /^\s*Event(?: ?ID)?:? \d+\s*[-,(]?\s*(?:Source|Src)\b/i;

/**
 * A record of the event log:
 *
 *     Event ID: 13005
 *     Source: One Service
 *     Type: Error
 *     Description:
 *     The words of the record, wrapped.
 *
 * Blank lines may part its fields; what follows `Description` belongs to it up to a blank line.
 */
export const event: Recogniser = (lines, at, context) =>
  labelledRecord(lines, at, context) ?? ledRecord(lines, at, context);

function labelledRecord(lines: Line[], at: number, context: Context): Match | undefined {
  const first = lines[at];
  if (first === undefined || !(LABEL.test(first.text) || HEAD.test(first.text))) return undefined;
  const end = isBare(lines, at, context) ? chunkEnd(lines, at) : recordEnd(lines, at);
  const record = lines.slice(at, end);
  const labels = record.filter((line) => LABEL.test(line.text)).length;
  const enough = labels + (HEAD.test(first.text) ? 1 : 0) >= 2 || isBare(lines, at, context);
  if (!enough || !record.some((line) => ID_LINE.test(line.text))) return undefined;
  return matchOf(lines, at, end);
}

function matchOf(lines: Line[], at: number, end: number): Match {
  const record = lines.slice(at, end);
  return { block: { kind: "event", info: "event", lines: record, ...rangeOf(record) }, next: end };
}

/** A record's number, alone or before its first words: `9321 - Interface`. */
const NUMBERED =
  /^\s*(?:\d\d?:\d\d:\d\d \d{3,5}(?: \w+)?|\(?\d{3,5}\)?(?:\s+-\s.*)?|\d{3,5}: [A-Z].*)$/;

/**
 * A record without labels, after a sentence that speaks of the event log; where it says that what follows stands in
 * the log, any words can be a record's.
 *
 *     The following event is logged:
 *
 *        1166
 *        The words of the record.
 */
function ledRecord(lines: Line[], at: number, context: Context): Match | undefined {
  const first = lines[at] as Line;
  const numbered = NUMBERED.test(first.text.slice(0, 200)) || HEAD.test(first.text);
  const setOff = first.indent > 0 || (numbered && /:/.test(first.text));
  if (!setOff || !announcesEvent(context.intro)) return undefined;
  if (numbered) return matchOf(lines, at, wordsEnd(lines, at));
  const chunk = lines.slice(at, chunkEnd(lines, at));
  if (!announcesLogEntry(context.intro) || !isProse(chunk) || beginsList(lines, at))
    return undefined;
  return matchOf(lines, at, chunkEnd(lines, at));
}

/** The words of a record go on after its head, where that stands alone. */
function wordsEnd(lines: Line[], at: number): number {
  const end = chunkEnd(lines, at);
  const next = skipBlank(lines, end);
  const [first, after] = [lines[at] as Line, lines[next]];
  const goesOn =
    end === at + 1 && after !== undefined && after.indent >= first.indent && after.indent > 0;
  return goesOn && !NUMBERED.test(after.text.slice(0, 200)) ? chunkEnd(lines, next) : end;
}

/** A number with the record's words right below it, after a sentence that speaks of events: no other label at all. */
function isBare(lines: Line[], at: number, context: Context): boolean {
  const [first, second] = [lines[at], lines[at + 1]];
  if (
    first === undefined ||
    second === undefined ||
    !/^\s*Event\s?ID\s*[:#=]?\s*\d+$/i.test(first.text)
  )
    return false;
  return (
    !isBlank(second) &&
    !LABEL.test(second.text) &&
    /\b(?:events?|log(?:ged)?)\b/i.test(context.intro)
  );
}

/** After the description's last line, or after the last labelled line. */
function recordEnd(lines: Line[], at: number): number {
  const indent = lines[at]?.indent ?? 0;
  let described = false;
  let end = at;
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] as Line;
    const labelled = LABEL.test(line.text);
    if (labelled && next > at && labelOf(line) === labelOf(lines[at] as Line)) return end;
    if (isBlank(line)) {
      const after = lines[skipBlank(lines, next)];
      const goesOn =
        after !== undefined &&
        after.indent >= indent &&
        LABEL.test(after.text) &&
        !ID_LINE.test(after.text);
      const describes = described && goesOnBelow(lines, next, indent);
      if (!goesOn && !describes) return end;
      continue;
    }
    if (!labelled && line.indent < indent) return end;
    described ||= /^\s*Description/i.test(line.text);
    end = next + 1;
  }
  return end;
}

/** The label's words; the record that follows begins with the one that this began with. */
function labelOf(line: Line): string {
  return /^\s*([A-Za-z ]+)/.exec(line.text)?.[1]?.trim().toLowerCase() ?? "";
}

/** Whether the description goes on after a blank line: it only began, or what follows stands deeper. */
function goesOnBelow(lines: Line[], blank: number, indent: number): boolean {
  const after = lines[skipBlank(lines, blank)];
  if (after === undefined) return false;
  if (/^\s*Description\s*:?$/i.test(lines[blank - 1]?.text ?? "")) return after.indent >= indent;
  return after.indent > indent;
}
