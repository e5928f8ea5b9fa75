import { existsSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { groupOf, isArticleId, pathOf } from "../article/id.ts";

/** Where the articles are. */
export interface ContentPlaces {
  /** Folder that holds `kb/…`. */
  content: string;
  /** The project's own, whose scenarios serve articles of the same id. */
  projectContent: string;
}

/** What is known of an article folder that was looked at. */
export interface SeenFolder {
  id: string;
  /** Of the folder itself: the same as long as no file in it came, went or was renamed. Empty where that cannot be said. */
  folder: string;
  /** Names of those of its files that a build reads. */
  names: readonly string[];
  /** Sizes and times of the files: the same as long as nobody wrote to them. Empty where that cannot be said. */
  stamp: string;
}

/** An article folder as it lies on disk, with the paths of its files. */
export interface FoundFolder extends SeenFolder {
  article: string;
  source: string | undefined;
  /** The folder's own scenario, or the project's for the same id. */
  scenario: string | undefined;
}

const [ARTICLE, SOURCE, SCENARIO] = ["index.md", "source.txt", "simulator.yaml"] as const;
const NAMES: readonly string[] = [ARTICLE, SOURCE, SCENARIO];

/** Where an article may be found. */
export interface FolderPlace {
  content: string;
  id: string;
  /** The scenario that serves the article where it has none of its own. */
  borrowed: string | undefined;
}

/** All folders that are named after an article, in the order of their paths. */
export async function folderPlaces({
  content,
  projectContent,
}: ContentPlaces): Promise<FolderPlace[]> {
  const inProject = await articleIds(projectContent);
  const scenarios = new Map(inProject.map((id) => [id, scenarioIn(projectContent, id)]));
  const ids = await articleIds(content);
  return ids.map((id) => ({ content, id, borrowed: scenarios.get(id) }));
}

/** Whether more than `few` folders are named after an article. */
export async function areMoreThan(few: number, { content }: ContentPlaces): Promise<boolean> {
  let count = 0;
  for (const group of await groupsIn(content)) {
    count += (await idsIn(content, group)).length;
    if (count > few) return true;
  }
  return false;
}

/** Looks at one article's folder; undefined where it holds no article. */
export function findFolder(
  { content, projectContent }: ContentPlaces,
  id: string,
): FoundFolder | undefined {
  return lookAt({ content, id, borrowed: scenarioIn(projectContent, id) });
}

function scenarioIn(content: string, id: string): string | undefined {
  const file = join(content, pathOf(id), SCENARIO);
  return existsSync(file) ? file : undefined;
}

/**
 * Looks at a folder without reading its files; undefined where it holds no article. Fewer files have to be looked for where none came or went
 * since the folder was seen.
 */
export function lookAt(
  { content, id, borrowed }: FolderPlace,
  seen?: SeenFolder,
): FoundFolder | undefined {
  const path = folderAt(content, id);
  const stamp = stampOf(path);
  if (stamp === "") return undefined;
  const folder = stamp === UNSURE ? "" : stamp;
  const known = folder !== "" && folder === seen?.folder ? seen.names : NAMES;
  const stamps = stampsIn(path, known);
  const names = NAMES.filter((_, at) => stamps[at] !== "");
  if (!names.includes(ARTICLE)) return undefined;
  const hasOwn = names.includes(SCENARIO);
  const all = together(stamps, borrowed);
  return {
    id,
    folder,
    names,
    stamp: all.includes(UNSURE) ? "" : all,
    article: path + ARTICLE,
    source: names.includes(SOURCE) ? path + SOURCE : undefined,
    scenario: hasOwn ? path + SCENARIO : borrowed,
  };
}

/** Whether a folder holds what it held when it was seen. Where that cannot be said, it does not. */
export function isAsSeen({ content, id, borrowed }: FolderPlace, seen: SeenFolder): boolean {
  const path = folderAt(content, id);
  return (
    stampOf(path) === seen.folder && together(stampsIn(path, seen.names), borrowed) === seen.stamp
  );
}

function folderAt(content: string, id: string): string {
  return join(content, pathOf(id)) + sep;
}

/** Of a folder's files, in the order of `NAMES`. */
function stampsIn(path: string, names: readonly string[]): string[] {
  return NAMES.map((name) => (names.includes(name) ? stampOf(path + name) : ""));
}

function together([article, source, scenario]: readonly string[], borrowed: string | undefined) {
  return `${article} ${source} ${scenario || stampOf(borrowed)}`;
}

/** A file or folder written to this short a time ago may be written to again without its time telling, in milliseconds. */
export const RACY = 50;

const UNSURE = "?";

/** Empty where there is no such thing. */
function stampOf(path: string | undefined): string {
  if (path === undefined) return "";
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return "";
  if (Date.now() - found.ctimeMs < RACY) return UNSURE;
  return `${found.size}.${found.mtimeMs}.${found.ctimeMs}.${found.ino}`;
}

/** Names of the article folders under `content/kb/`, in the order of their paths. */
async function articleIds(content: string): Promise<string[]> {
  const groups = await groupsIn(content);
  const ids = await Promise.all(groups.map((group) => idsIn(content, group)));
  return ids.flat();
}

async function groupsIn(content: string): Promise<string[]> {
  const groups = await readdir(join(content, "kb")).catch(() => []);
  return groups.sort();
}

async function idsIn(content: string, group: string): Promise<string[]> {
  const found = await readdir(join(content, "kb", group)).catch(() => []);
  return found.filter((id) => isArticleId(id) && groupOf(id) === group).sort();
}
