import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkMarkdown, checkPlace } from "../article/check.ts";
import { isSealed, readArticle } from "../article/file.ts";
import type { Finding } from "../article/finding.ts";
import { pathOf } from "../article/id.ts";
import type { Article } from "../article/schema.ts";
import { citedIds } from "../simulator/proof.ts";
import { entryOf, type Entry } from "../site/entry.ts";
import { digestOf } from "./digest.ts";

/** Where the articles are. */
export interface ContentPlaces {
  /** Folder that holds `kb/…`. */
  content: string;
  /** The project's own, whose scenarios serve articles of the same id. */
  projectContent: string;
}

/** What a build knows of one article folder. */
export interface Scanned {
  id: string;
  /** Sizes and times of the folder's files: the same as long as nobody wrote to them. Empty where that cannot be said. */
  stamp: string;
  /** Absent where the file is no article; then `findings` says why. */
  entry?: Entry;
  findings: readonly Finding[];
  scenario?: { file: string; digest: string; cites: readonly string[] };
}

/** A file written this short a time ago may be written again without its time telling, in milliseconds. */
const RACY = 50;

/** The files of an article folder as they lie on disk. */
export interface FoundFolder {
  id: string;
  stamp: string;
  article: string;
  source?: string;
  /** The folder's own scenario, or the project's for the same id. */
  scenario?: string;
}

/**
 * Looks at a folder without reading it; undefined where it holds no article. Whoever knows that the project has no scenario for it need not
 * have that looked for.
 */
export function findFolder(
  { content, projectContent }: ContentPlaces,
  id: string,
  mayBeInProject = true,
): FoundFolder | undefined {
  const path = pathOf(id);
  const article = join(content, path, "index.md");
  const articleStamp = stampOf(article);
  if (articleStamp === "") return undefined;
  const source = join(content, path, "source.txt");
  const sourceStamp = stampOf(source);
  const places = mayBeInProject ? [content, projectContent] : [content];
  const scenario = places
    .map((folder) => join(folder, path, "simulator.yaml"))
    .find((file) => existsSync(file));
  const stamps = [articleStamp, sourceStamp, scenario === undefined ? "" : stampOf(scenario)];
  return {
    id,
    stamp: stamps.includes(UNSURE) ? "" : stamps.join(" "),
    article,
    ...(sourceStamp === "" ? {} : { source }),
    ...(scenario === undefined ? {} : { scenario }),
  };
}

const UNSURE = "?";

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "";
  if (Date.now() - found.ctimeMs < RACY) return UNSURE;
  return `${found.size}.${found.mtimeMs}.${found.ctimeMs}.${found.ino}`;
}

/** Reads an article folder; gives the article too, for the page that is to show it. */
export function scanFolder(
  places: ContentPlaces,
  folder: FoundFolder,
): { scanned: Scanned; article?: Article } {
  const { id, stamp, article: file } = folder;
  const text = readFileSync(file, "utf8");
  const { article, findings } = readArticle(text, file);
  if (article === undefined) return { scanned: { id, stamp, findings } };
  const scenario = folder.scenario === undefined ? undefined : scanScenario(folder.scenario);
  const source = folder.source === undefined ? undefined : readFileSync(folder.source);
  const scanned = {
    id,
    stamp,
    entry: entryOf(article, {
      article: digestOf(text),
      ...(source === undefined ? {} : { source: digestOf(source) }),
      ...(scenario === undefined ? {} : { scenario: scenario.digest }),
    }),
    findings: [
      ...findings,
      ...checkPlace(article, id, file),
      ...markupOf(article, text, file, places),
    ],
    ...(scenario === undefined ? {} : { scenario }),
  };
  return { scanned, article };
}

/** What import wrote and nobody touched holds no markup of its own. */
function markupOf(article: Article, text: string, file: string, places: ContentPlaces): Finding[] {
  if (article.frontMatter.source !== undefined && isSealed(text)) return [];
  return checkMarkdown(article, text, file, (id) =>
    existsSync(join(places.content, pathOf(id), "index.md")),
  );
}

function scanScenario(file: string): NonNullable<Scanned["scenario"]> {
  const text = readFileSync(file, "utf8");
  return { file, digest: digestOf(text), cites: citedIds(text) };
}
