import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a person said of an article after reading it, before any replay was looked at; see `README.md`. */
interface Label {
  observable: "message" | "event" | "transcript" | "output" | "unsure" | "none";
  draw: 1 | 2;
}

const LABELS = JSON.parse(readFileSync(join(import.meta.dirname, "labels.json"), "utf8")) as Record<
  string,
  Label
>;

/** In how many of a draw's articles with something to see there is a replay. */
export function reach(
  draw: number,
  hasReplay: (id: string) => boolean,
): { found: number; of: number } {
  const ids = Object.entries(LABELS)
    .filter(([, label]) => label.draw === draw && !["unsure", "none"].includes(label.observable))
    .map(([id]) => id);
  return { found: ids.filter(hasReplay).length, of: ids.length };
}
