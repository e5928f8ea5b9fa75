import type { FactsFile, Numbered } from "./facts-file.ts";
import { FILTER_NAMES, type FilterName, type Filters } from "./filters.ts";

/** How many results have each value, the commonest first. */
export type Counts = Record<FilterName, [value: string, count: number][]>;

/** Values offered for one filter. */
const MOST_VALUES = 100;

/** What is known of every page beside its text; see `facts-file.ts`. */
export class Facts {
  #file: FactsFile;
  #numbers: Map<string, number>;

  constructor(file: FactsFile) {
    this.#file = file;
    this.#numbers = new Map(file.ids.split(" ").map((id, number) => [id, number]));
  }

  /** Day of an article's last change, since 1970; -1 where unknown. */
  day(id: string): number {
    return this.#file.days[this.#number(id)] ?? -1;
  }

  /** Whether a page has the chosen value of each filter. */
  fits(id: string, filters: Filters): boolean {
    const number = this.#number(id);
    return FILTER_NAMES.every((name) => {
      const value = filters[name];
      if (value === undefined) return true;
      const { values, pages } = this.#file.filters[name];
      return pages[number]?.some((one) => values[one] === value) ?? false;
    });
  }

  /** Counts each filter's values over the pages that fit the other filters, so that another value can be chosen in its place. */
  counts(ids: readonly string[], filters: Filters): Counts {
    return Object.fromEntries(
      FILTER_NAMES.map((name) => {
        const others = { ...filters, [name]: undefined };
        const fitting = ids.filter((id) => this.fits(id, others));
        return [
          name,
          this.#countsOf(
            name,
            fitting.map((id) => this.#number(id)),
          ),
        ];
      }),
    ) as Counts;
  }

  #countsOf(name: FilterName, numbers: readonly number[]): [string, number][] {
    const { values, pages } = this.#file.filters[name];
    const counts = values.map((value): [string, number] => [value, 0]);
    for (const number of numbers) {
      for (const value of pages[number] ?? []) {
        const count = counts[value];
        if (count) count[1]++;
      }
    }
    return counts
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_VALUES);
  }

  #number(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }
}

/** The facts of both sets of pages as one file; those of the second count where both have an article. */
export function joinFacts(a: FactsFile, b: FactsFile): FactsFile {
  return {
    ids: [a.ids, b.ids].filter(Boolean).join(" "),
    days: [...a.days, ...b.days],
    filters: Object.fromEntries(
      FILTER_NAMES.map((name) => [name, joinValues(a.filters[name], b.filters[name])]),
    ) as FactsFile["filters"],
  };
}

function joinValues(a: Numbered, b: Numbered): Numbered {
  const values = [...new Set([...a.values, ...b.values])];
  const numbers = new Map(values.map((value, number) => [value, number]));
  const renumbered = b.pages.map((page) => page.map((n) => numbers.get(b.values[n] ?? "") ?? 0));
  return { values, pages: [...a.pages, ...renumbered] };
}
