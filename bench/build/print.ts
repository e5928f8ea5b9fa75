import { median } from "../median.ts";
import type { Case } from "./cases.ts";
import type { Taken } from "./measure.ts";
import { summaryOf } from "./summary.ts";

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

type Round = ReadonlyMap<Case, Taken>;

/**
 * Prints the medians of the times, and the ratios of those that were measured: of the medians, and in each round, whose runs were near
 * each other in time.
 */
export function print(rounds: readonly Round[], { articles, imported }: Counts): void {
  const taken = summaryOf(rounds);
  for (const [name, { seconds, megabytes }] of taken) {
    const count = name === "import" ? imported : articles;
    const memory = megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB`.padStart(9);
    const each = `${((seconds / count) * 1000).toFixed(3)} ms an article`;
    console.log(`${name.padEnd(38)} ${seconds.toFixed(2).padStart(8)} s ${memory}  ${each}`);
  }
  const load = taken.get("import");
  if (load) console.log(`import: ${Math.round(imported / load.seconds)} articles a second`);
  for (const ratio of RATIOS) {
    const whole = ratioIn(taken, ratio);
    if (whole === undefined) continue;
    const each = rounds.map((round) => ratioIn(round, ratio) ?? NaN);
    const told = each.map((value) => value.toFixed(3)).join(", ");
    const middle = median(each).toFixed(3);
    console.log(`${ratio.what}: ${whole.toFixed(3)}; by rounds ${told}, median ${middle}`);
  }
}

function ratioIn(taken: Round, { of, to }: Ratio): number | undefined {
  const own = taken.get(of)?.seconds;
  const others = to.map((name) => taken.get(name)?.seconds ?? NaN);
  const sum = others.reduce((total, seconds) => total + seconds, 0);
  return own === undefined || Number.isNaN(sum) ? undefined : own / sum;
}
