import type { Finding } from "../article/finding.ts";
import { remembered } from "../site/remembered.ts";
import { joinColumns, splitColumns } from "./file-parts.ts";
import type { Digests, Scanned } from "./scan.ts";

/** What was read of folders, column by column: few large texts are read and written in less time than many small things. */
export interface ScanColumns {
  /** See `joinColumns`. ASCII. */
  text: string;
  /** What few folders have, by their numbers. */
  others: Record<number, Pick<Scanned, "findings" | "scenario">>;
}

/** What the columns say; names have plus signs between, digests are empty where there are none. */
const COLUMNS: readonly ((scanned: Scanned) => string | undefined)[] = [
  ({ id }) => id,
  ({ folder }) => folder,
  ({ names }) => names.join("+"),
  ({ stamp }) => stamp,
  ({ digests }) => digests?.article,
  ({ digests }) => digests?.entry,
  ({ digests }) => digests?.source,
];

export function columnsOf(scanned: readonly Scanned[]): ScanColumns {
  const text = joinColumns(COLUMNS.map((column) => scanned.map(column)));
  const others: ScanColumns["others"] = {};
  for (const [number, { findings, scenario }] of scanned.entries()) {
    if (findings.length > 0 || scenario !== undefined)
      others[number] = { findings, ...(scenario && { scenario }) };
  }
  return { text, others };
}

const NONE: readonly Finding[] = [];

export function scannedIn({ text, others }: ScanColumns): Scanned[] {
  const [ids = [], folders = [], names = [], stamps = [], ...digests] = splitColumns(text);
  const [articles = [], entries = [], sources = []] = digests;
  // Most folders have the same files: they share one list.
  const listOf = remembered((names) => (names === "" ? [] : names.split("+")));
  const all = ids.map((id, at): Scanned => {
    const scanned: Scanned = {
      id,
      folder: folders[at] ?? "",
      names: listOf(names[at] ?? ""),
      stamp: stamps[at] ?? "",
      findings: NONE,
    };
    const found = digestsOf(articles[at], entries[at], sources[at]);
    if (found !== undefined) scanned.digests = found;
    return others[at] === undefined ? scanned : Object.assign(scanned, others[at]);
  });
  // Of no folder at all, a line is empty, too.
  return text.startsWith("\n") ? [] : all;
}

function digestsOf(article = "", entry = "", source = ""): Digests | undefined {
  if (article === "") return undefined;
  return source === "" ? { article, entry } : { article, entry, source };
}
