import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkMarkdown, checkPlace } from "../article/check.ts";
import { readArticle, sealOf } from "../article/file.ts";
import type { Finding } from "../article/finding.ts";
import { pathOf } from "../article/id.ts";
import type { Article } from "../article/schema.ts";
import { citedIds } from "../simulator/cited.ts";
import { contentsOf, type ArticleContent } from "../site/article-content.ts";
import { entryOf } from "../site/entry.ts";
import { digestOf, digestOfSha256 } from "./digest.ts";
import { entryJson } from "./entry-json.ts";
import type { Extent } from "./file-parts.ts";
import type { ContentPlaces, FoundFolder, SeenFolder } from "./folders.ts";

/** What a build knows of an article folder that it read. */
export interface Scanned extends SeenFolder {
  /** Absent where the file is no article; then `findings` says why. */
  digests?: Digests;
  /** Where its entry lies among those that are kept; absent where it is not kept. */
  extent?: Extent;
  findings: readonly Finding[];
  scenario?: { file: string; digest: string; cites: readonly string[] };
}

export interface Digests {
  /** Of the article's file. */
  article: string;
  /** Of the text that it was imported from, where that was kept. */
  source?: string;
  /** Of its entry: the same as long as nothing changes that other articles' pages and lists show of it. */
  entry: string;
}

/** An article folder, read. */
export interface Scan {
  scanned: Scanned;
  /** Both absent where the file is no article. The entry is JSON. */
  entry?: string;
  content?: ArticleContent;
}

export function scanFolder(places: ContentPlaces, folder: FoundFolder): Scan {
  return scanFolders(places, [folder])[0] as Scan;
}

/**
 * Reads the folders of articles. Each step is done for all of them before the next one begins: its code stays in the processor's caches so,
 * and some dozens of articles take a third less time than they do one by one.
 */
export function scanFolders(places: ContentPlaces, folders: readonly FoundFolder[]): Scan[] {
  const texts = folders.map((found) => ({ found, text: readFileSync(found.article, "utf8") }));
  const read = texts.map((file) => ({ ...file, ...readArticle(file.text, file.found.article) }));
  const contents = contentsOf(read.flatMap(({ article }) => article ?? [])).values();
  return read.map(({ article, ...file }) =>
    article === undefined
      ? { scanned: { ...seenIn(file.found), findings: file.findings } }
      : scanArticle(places, { ...file, article }, contents.next().value as ArticleContent),
  );
}

function seenIn({ id, folder, names, stamp }: FoundFolder): SeenFolder {
  return { id, folder, names, stamp };
}

/** A folder whose file was read, and is an article. */
interface ReadFolder {
  found: FoundFolder;
  text: string;
  article: Article;
  findings: readonly Finding[];
}

function scanArticle(
  places: ContentPlaces,
  { found, text, article, findings }: ReadFolder,
  content: ArticleContent,
): Scan {
  const scenario = found.scenario === undefined ? undefined : scanScenario(found.scenario);
  const source = found.source === undefined ? undefined : readFileSync(found.source);
  const beside = {
    hasSimulator: scenario !== undefined,
    hasSource: source !== undefined,
    hasReplay: content.replay !== undefined,
  };
  const entry = entryJson(entryOf(article, beside));
  const seal = article.frontMatter.source && sealOf(text);
  const scanned = {
    ...seenIn(found),
    digests: {
      article: seal ? digestOfSha256(seal) : digestOf(text),
      ...(source === undefined ? {} : { source: digestOf(source) }),
      entry: digestOf(entry),
    },
    findings: [
      ...findings,
      ...checkPlace(article, found.id, found.article),
      // What import wrote and nobody touched holds no markup of its own.
      ...(seal === undefined ? markupOf(article, text, found.article, places) : []),
    ],
    ...(scenario === undefined ? {} : { scenario }),
  };
  return { scanned, entry, content };
}

function markupOf(article: Article, text: string, file: string, places: ContentPlaces): Finding[] {
  return checkMarkdown(article, text, file, (id) =>
    existsSync(join(places.content, pathOf(id), "index.md")),
  );
}

function scanScenario(file: string): NonNullable<Scanned["scenario"]> {
  const text = readFileSync(file, "utf8");
  return { file, digest: digestOf(text), cites: citedIds(text) };
}
