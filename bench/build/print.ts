import type { Case } from "./cases.ts";
import type { Taken } from "./measure.ts";

/** A case beside what it is measured against. */
interface Ratio {
  what: string;
  of: Case;
  to: readonly Case[];
}

const RATIOS: readonly Ratio[] = [
  { what: "pages, cold / Hugo, cold", of: "pages, cold", to: ["Hugo, cold"] },
  {
    what: "pages, cold, renderer kept / Hugo, cold",
    of: "pages, cold, renderer kept",
    to: ["Hugo, cold"],
  },
  {
    what: "pages, one changed / Hugo, one changed",
    of: "pages, one article changed",
    to: ["Hugo, one article changed"],
  },
  {
    what: "pages, one title changed / Hugo, one changed",
    of: "pages, one title changed",
    to: ["Hugo, one article changed"],
  },
  {
    what: "pages and search, cold / (Hugo + Pagefind)",
    of: "pages and search, cold",
    to: ["Hugo, cold", "Pagefind's command"],
  },
  {
    what: "pages and search, one changed / (Hugo + Pagefind)",
    of: "pages and search, one article changed",
    to: ["Hugo, cold", "Pagefind's command"],
  },
];

interface Counts {
  articles: number;
  /** Articles that the import makes. */
  imported: number;
}

/** Prints the times, and the ratios of those that were measured. */
export function print(taken: ReadonlyMap<Case, Taken>, { articles, imported }: Counts): void {
  for (const [name, { seconds, megabytes }] of taken) {
    const count = name === "import" ? imported : articles;
    const memory = megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB`.padStart(9);
    const each = `${((seconds / count) * 1000).toFixed(3)} ms an article`;
    console.log(`${name.padEnd(38)} ${seconds.toFixed(2).padStart(8)} s ${memory}  ${each}`);
  }
  const load = taken.get("import");
  if (load) console.log(`import: ${Math.round(imported / load.seconds)} articles a second`);
  for (const { what, of, to } of RATIOS) {
    const own = taken.get(of)?.seconds;
    const others = to.map((name) => taken.get(name)?.seconds);
    const sum = others.reduce<number>((total, seconds) => total + (seconds ?? NaN), 0);
    if (own !== undefined && !Number.isNaN(sum)) {
      console.log(`${what}: ${(own / sum).toFixed(3)}`);
    }
  }
}
