import type { Segment } from "../excerpt.ts";
import type { Result } from "../result.ts";
import type { Answer } from "../searcher.ts";

/** Parts of a result, built node by node: nothing that came from an article is ever read as markup. */

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en-GB");

const TRIALS = { simulator: "simulator", replay: "replay", none: "" } as const;

/** What a result can be told by, beside its title: products, issue type, date, what can be tried. */
export function tellingFacts(result: Result): string {
  const { product, issueType, modified, trial } = result;
  const date = modified === "" ? "" : DAY.format(new Date(modified));
  return [product, issueType, date, TRIALS[trial]].filter(Boolean).join(" · ");
}

/** Text with its matches in `<mark>`. */
export function segments(list: readonly Segment[]): Node[] {
  return list.map(({ text, marked }) =>
    marked ? element("mark", {}, text) : document.createTextNode(text),
  );
}

/** The answer to no question. */
export const NO_ANSWER: Answer = { total: 0, results: [], corrected: [], absent: [], nearest: [] };

/** Letters of a question that are repeated to the reader. */
const MOST_REPEATED = 80;

/** What a screen reader is told, and a reader sees, of the answer. */
export function summary(text: string, answer: Answer): string {
  if (text.trim() === "") return "";
  const lacking = answer.absent.map((id) => `No article here has the number ${id}.`);
  if (answer.total === 0) return lacking.join(" ") || `Nothing found for “${shortened(text)}”.`;
  return [...lacking, counted(answer)].join(" ");
}

function counted({ total, results }: Answer): string {
  const what = total === 1 ? "1 article" : `${NUMBER.format(total)} articles`;
  return results.length < total ? `${what}, the best ${results.length} shown.` : `${what} found.`;
}

function shortened(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > MOST_REPEATED ? `${trimmed.slice(0, MOST_REPEATED)}…` : trimmed;
}

/** What mistyped words were taken for, in a sentence; empty where there were none. */
export function correctionText({ corrected }: Answer): string {
  if (corrected.length === 0) return "";
  const meant = corrected.map(
    ({ from, to, besides }) => `“${to}” ${besides ? "besides" : "for"} “${from}”`,
  );
  return `Searched for ${meant.join(", ")}.`;
}

/** An element with attributes and children; undefined children are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element with this id within the page's own markup, which is known to hold it. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
  return found;
}
