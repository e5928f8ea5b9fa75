import type { Block } from "../blocks/block.ts";
import type { Line } from "../line.ts";
import type { FrontMatter } from "../../article/schema.ts";

type RegistryEntry = NonNullable<FrontMatter["registry"]>[number];

const LABELS: [keyof RegistryEntry, RegExp][] = [
  ["type", /^(?:data type|value type|type)$/i],
  ["data", /^(?:data|value data|data value|default|string|setting)$/i],
  ["value", /^(?:value name|value|name)$/i],
  ["key", /^(?:key|subkey|hive|path)$/i],
];

/** Registry keys, each with the value, type and data that stand below it. */
export function registryOf(blocks: readonly Block[]): RegistryEntry[] {
  return blocks.flatMap((block) => (block.kind === "registry" ? [entryOf(block.lines)] : []));
}

function entryOf(lines: readonly Line[]): RegistryEntry {
  const entry: RegistryEntry = {};
  let inKey = false;
  for (const line of lines) {
    const text = line.text.trim();
    const [, label = "", value = ""] = /^([A-Za-z][A-Za-z ]{1,14}?)\s*:\s*(.*)$/.exec(text) ?? [];
    const field = LABELS.find(([, words]) => words.test(label))?.[0];
    if (field !== undefined) entry[field] ??= value;
    else if (/^\\?\[?(?:HK|SYSTEM\\|SOFTWARE\\)/i.test(text) && entry.key === undefined)
      entry.key = text;
    // A key goes on below where it was broken off at a backslash.
    else if (inKey && entry.key !== undefined && text !== "")
      entry.key += text.replace(/^\\/, entry.key.endsWith("\\") ? "" : "\\");
    inKey =
      field === undefined &&
      (entry.key?.endsWith("\\") === true ||
        (lines.length > 1 && /^\\/.test(nextText(lines, line))));
  }
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ""));
}

function nextText(lines: readonly Line[], line: Line): string {
  return lines[lines.indexOf(line) + 1]?.text.trim() ?? "";
}
