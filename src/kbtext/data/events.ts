import type { Block } from "../blocks/block.ts";
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

function recordOf(lines: Parameters<typeof unwrap>[0]): EventRecord[] {
  const record: EventRecord = {};
  const described = lines.findIndex((line) => /^\s*Description\b/i.test(line.text));
  const texts = (described < 0 ? lines : lines.slice(0, described)).flatMap((line) =>
    line.text.split(NEXT),
  );
  for (const text of texts) {
    const [, label = "", value = ""] = FIELD.exec(text) ?? [];
    const field = FIELDS[label.toLowerCase()];
    if (field !== undefined && record[field] === undefined && value.trim() !== "")
      record[field] = value.trim();
  }
  if (described >= 0) {
    const text = unwrap(lines.slice(described).filter((line) => line.text !== ""));
    const description = text
      .replace(/^Description\s*:?\s*/i, "")
      .replaceAll("\n", " ")
      .trim();
    if (description !== "") record.description = description;
  }
  return Object.keys(record).length > 0 ? [record] : [];
}
