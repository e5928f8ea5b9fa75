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
  return blocks.flatMap((block) => (block.kind === "event" ? recordOf(block.lines) : []));
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
  const text = unwrap(lines.slice(start).filter((line) => line.text !== ""));
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
  return lines.slice(1).some((line) => FIELD.test(line.text)) ? lines.length : 1;
}
