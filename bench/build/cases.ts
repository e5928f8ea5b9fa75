import { cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CACHE, PROJECT_ROOT } from "../../src/build/places.ts";
import { edit, retitle } from "./archive.ts";
import { measure, type Taken } from "./measure.ts";

/** What is measured, in the order of the table. */
export const CASES = [
  "import",
  "pages, cold",
  "pages, nothing changed",
  "pages, one article changed",
  "pages, one title changed",
  "pages, cold, renderer kept",
  "Hugo, cold",
  "Hugo, one article changed",
  "Pagefind's command",
  "pages and search, cold",
  "pages and search, one article changed",
] as const;
export type Case = (typeof CASES)[number];

/** Where a run of the benchmark has its files. */
export interface Bench {
  /** Folder of its own, deleted at the end. */
  work: string;
  /** The articles that all competitors read. */
  content: string;
  /** The article that is changed. */
  edited: string;
  /** Folder of KB texts, where import is measured. */
  corpus?: string | undefined;
  withSearch: boolean;
}

/** Edits of each kind in a round: they take seconds, and so short a time tells little. */
const EDITS = 3;

type Tell = (name: Case, taken: Taken) => void;

export function siteOf({ work }: Bench): string {
  return join(work, "site");
}

export function hugoSiteOf({ work }: Bench): string {
  return join(work, "hugo-site");
}

/** One round of all cases. Who is first changes from round to round, so that what else the machine does falls on all. */
export async function round(bench: Bench, number: number, tell: Tell): Promise<void> {
  const competitors = [ownPages, hugo];
  if (number % 2 === 1) competitors.reverse();
  for (const competitor of competitors) await competitor(bench, number, tell);
  if (bench.withSearch) {
    const searches = [ownSearch, pagefind];
    if (number % 2 === 0) searches.reverse();
    for (const search of searches) await search(bench, number, tell);
  }
  if (bench.corpus !== undefined) tell("import", await importAll(bench, bench.corpus));
}

async function ownPages(bench: Bench, number: number, tell: Tell): Promise<void> {
  forgetAll(bench);
  tell("pages, cold", await build(bench, "--no-search"));
  tell("pages, nothing changed", await build(bench, "--no-search"));
  const edits = Array.from({ length: EDITS }, (_, edit) => `${number}.${edit + 1}`);
  for (const name of edits) {
    edit(bench.content, bench.edited, `Looked at again, ${name}.`);
    tell("pages, one article changed", await build(bench, "--no-search"));
  }
  for (const name of edits) {
    retitle(bench.content, bench.edited, `edition ${name}`);
    tell("pages, one title changed", await build(bench, "--no-search"));
  }
  // The next edit is to change the text alone.
  edit(bench.content, bench.edited, `Looked at again, ${number}.`);
  forgetContent(bench);
  tell("pages, cold, renderer kept", await build(bench, "--no-search"));
}

async function hugo(bench: Bench, number: number, tell: Tell): Promise<void> {
  const source = join(bench.work, "hugo");
  putAside(hugoSiteOf(bench));
  cpSync(fileURLToPath(new URL("hugo", import.meta.url)), source, { recursive: true });
  const places = ["--contentDir", bench.content, "--destination", hugoSiteOf(bench)];
  const run = () => measure("hugo", ["--source", source, ...places]);
  tell("Hugo, cold", await run());
  edit(bench.content, bench.edited, `Looked at by Hugo, ${number}.`);
  tell("Hugo, one article changed", await run());
}

/** Over the pages that this project has just built. */
async function pagefind(bench: Bench, _number: number, tell: Tell): Promise<void> {
  const library = dirname(fileURLToPath(import.meta.resolve("pagefind")));
  const output = join(bench.work, "pagefind");
  putAside(output);
  const command = join(library, "runner", "bin.cjs");
  const places = ["--site", siteOf(bench), "--output-path", output];
  tell("Pagefind's command", await measure(process.execPath, [command, ...places]));
}

async function ownSearch(bench: Bench, number: number, tell: Tell): Promise<void> {
  forgetAll(bench);
  tell("pages and search, cold", await build(bench));
  edit(bench.content, bench.edited, `Looked for, ${number}.`);
  tell("pages and search, one article changed", await build(bench));
}

function build(bench: Bench, ...options: string[]): Promise<Taken> {
  const places = ["--content", bench.content, "--out", siteOf(bench)];
  return kb("build", ...places, ...options);
}

export function kb(...args: string[]): Promise<Taken> {
  return measure(process.execPath, [join(PROJECT_ROOT, "src/cli/kb.mjs"), ...args]);
}

/** Takes away the site, and all that a build could use again: what was read, the renderer, the manifest. */
function forgetAll(bench: Bench): void {
  putAside(siteOf(bench));
  putAside(CACHE);
}

/** Takes away the site and all that is known of the articles. What is kept was made of this project's code alone. */
function forgetContent(bench: Bench): void {
  putAside(siteOf(bench));
  for (const ofArticles of ["content", "sites", "proofs"]) putAside(join(CACHE, ofArticles));
}

/** Where what is in the way was moved to. */
export const ASIDE: string[] = [];

/**
 * Moves a folder out of the way. To delete it would slow down what comes next: for minutes some file systems (ext4 without a journal) do not
 * use the places of deleted files again, and search past all of them for each new file.
 */
function putAside(folder: string): void {
  if (!existsSync(folder)) return;
  const aside = `${folder}.aside-${process.pid}-${ASIDE.length}`;
  renameSync(folder, aside);
  ASIDE.push(aside);
}

async function importAll({ work }: Bench, corpus: string): Promise<Taken> {
  const content = join(work, "imported");
  putAside(content);
  mkdirSync(content);
  return kb("import", corpus, "--content", content);
}
