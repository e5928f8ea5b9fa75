import type { Block, Table } from "../blocks/block.ts";
import type { FrontMatter } from "../../article/schema.ts";

type FileEntry = NonNullable<FrontMatter["files"]>[number];

const COLUMNS: [keyof FileEntry, RegExp][] = [
  ["name", /^file ?names?$|^files?$/i],
  ["version", /^versions?$/i],
  ["date", /^date$/i],
  ["time", /^time$/i],
  ["size", /^size(?: \(bytes\))?$/i],
  ["platform", /^platform$/i],
];

/** Files with version, date and size, out of tables whose head names these columns. */
export function filesOf(blocks: readonly Block[]): FileEntry[] {
  return blocks.flatMap((block) => (block.kind === "table" ? entriesOf(block) : []));
}

function entriesOf(table: Table): FileEntry[] {
  const fields = table.head.map(
    (cell) => COLUMNS.find(([, title]) => title.test(cell.trim()))?.[0],
  );
  const known = fields.filter((field) => field !== undefined);
  if (!known.includes("name") || known.length < 2) return [];
  return table.rows.flatMap((row) => {
    const entry: Partial<FileEntry> = {};
    for (const [column, field] of fields.entries()) {
      const value = row[column] ?? "";
      if (field !== undefined && value !== "") entry[field] = value;
    }
    return entry.name === undefined ? [] : [entry as FileEntry];
  });
}
