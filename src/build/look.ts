import { statSync } from "node:fs";
import { askThread } from "../thread.ts";
import { folderPlaces, type ContentPlaces } from "./folders.ts";
import { byArticle, compare, readKnown, type KnownPlace } from "./known.ts";

/** Look at the second half of the articles' folders. Plain data. */
export interface LookTask {
  kind: "look";
  known: KnownPlace;
  places: ContentPlaces;
}

interface Answers {
  look: Stamps;
}

/** Of articles whose folders are just as they were, the stamps: another build may have kept something else meanwhile. */
type Stamps = ReadonlyMap<string, string>;

/** Bytes that are kept of so many articles that a thread is worth while: some two thousand. */
const LARGE = 1_500_000;

/** Looks at half of a large archive's folders in a thread, while this one does at the other. */
export async function lookBeside(task: LookTask): Promise<Stamps> {
  const size = statSync(task.known.file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LARGE) return new Map();
  return askThread<LookTask, Answers>(new URL("./look-thread.ts", import.meta.url), task);
}

export async function lookHere({ known, places }: LookTask): Promise<Stamps> {
  const before = byArticle(readKnown(known).scanned);
  const [, second] = halves(await folderPlaces(places));
  const { same } = compare(second, before);
  const unchanged = same.filter((now) => now === before.get(now.id));
  return new Map(unchanged.map(({ id, stamp }) => [id, stamp]));
}

export function halves<T>(all: readonly T[]): [readonly T[], readonly T[]] {
  const half = all.length >> 1;
  return [all.slice(0, half), all.slice(half)];
}
