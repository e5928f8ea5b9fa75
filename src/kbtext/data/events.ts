import type { Block } from "../blocks/block.ts";
import type { Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import type { FrontMatter } from "../../article/schema.ts";

type EventRecord = NonNullable<FrontMatter["events"]>[number];

const FIELDS: Record<string, keyof EventRecord> = {
  id: "id",
  source: "source",
  src: "source",
  type: "type",
  category: "category",
  description: "description",
};

const FIELD = /^\s*(?:Event\s?)?(ID|Source|Src|Type|Category|Description)\s*[:=]?\s*(.*)$/i;

/** Where another label begins in the same line. */
const NEXT = /\s+(?=(?:Event\s?)?(?:Source|Type|Category|ID|Description)\s*:)/i;

/** The records of the event log in an article: what stands behind each label, the description unwrapped. */
export function eventsOf(blocks: readonly Block[]): EventRecord[] {
  const records: EventRecord[] = [];
  let end = -Infinity;
  for (const block of blocks) {
    if (block.kind !== "event") continue;
    const [record] = recordOf(block.lines);
    const before = block.firstLine - end <= 2 ? records.at(-1) : undefined;
    if (record !== undefined && before !== undefined && isRest(record))
      before.description = [before.description, record.description].filter(Boolean).join(" ");
    else if (record !== undefined) records.push(record);
    end = block.lastLine;
  }
  return records;
}

/** Words alone, below a record: it goes on with them. */
function isRest(record: EventRecord): boolean {
  return Object.keys(record).every((field) => field === "description");
}

function recordOf(lines: readonly Line[]): EventRecord[] {
  const record: EventRecord = {};
  const start = descriptionStart(lines);
  for (const text of lines.slice(0, start).flatMap((line) => line.text.split(NEXT))) {
    const [, label = "", value = ""] = FIELD.exec(text) ?? [];
    const field = FIELDS[label.toLowerCase()];
    if (field !== undefined && record[field] === undefined && value.trim() !== "") {
      record[field] = value.trim();
    }
  }
  const number = numberOf(lines[0]);
  if (number !== undefined) record.id ??= number.id;
  const rest = number === undefined || number.words === "" ? [] : [number.words];
  const text = rest.concat(unwrap(lines.slice(start).filter((line) => line.text !== ""))).join(" ");
  const description = text
    .replace(/^\s*Description\s*:?\s*/i, "")
    .replaceAll("\n", " ")
    .trim();
  if (description !== "") record.description = description;
  return Object.keys(record).length > 0 ? [record] : [];
}

/** The line of the label `Description`; in a record of nothing but a number and its words, the line below the number. */
function descriptionStart(lines: readonly Line[]): number {
  const label = lines.findIndex((line) => /^\s*Description\b/i.test(line.text));
  if (label >= 0) return label;
  if (lines.slice(1).some((line) => FIELD.test(line.text))) return lines.length;
  return numberOf(lines[0]) === undefined && !FIELD.test(lines[0]?.text ?? "") ? 0 : 1;
}

/** A number that stands for the label too, and the words behind it: `1166`, `2019: The server …`, `Event 630 - …`. */
function numberOf(line: Line | undefined): { id: string; words: string } | undefined {
  const found = /^\s*(?:Event:? |\()?(\d{2,5})(?:\)?$|:\s(.*)| [-,(].*)$/.exec(line?.text ?? "");
  if (found === null) return undefined;
  return { id: found[1] ?? "", words: found[2] ?? "" };
}
