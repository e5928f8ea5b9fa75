import { existsSync } from "node:fs";
import { isArticleId } from "../article/id.ts";
import { openArchive, type Archive } from "../site/archive.ts";
import { readersDigest } from "./content.ts";
import { readEntry } from "./entry-json.ts";
import { findFolder, type ContentPlaces } from "./folders.ts";
import type { Pool } from "./pool.ts";
import { proveScenarios } from "./proofs.ts";
import { scanFolders, type Scan } from "./scan.ts";
import { ScannedFolders } from "./scanned-folders.ts";

/** One article and those that it mentions. */
export interface Around {
  archive: Archive;
  /** The file of the article's scenario as it was proved, by article: as `Content` has them. */
  proofs: Record<string, string>;
}

/**
 * Reads an article and those that it mentions, and has its scenario proved: its page lacks what leads from others to it, and nothing of its
 * own. Undefined where there is no such article, or it cannot be read or proved.
 */
export async function readAround(
  id: string,
  places: ContentPlaces,
  pool: Pool,
): Promise<Around | undefined> {
  const [own] = scansOf([id], places);
  if (own?.entry === undefined) return undefined;
  const entry = readEntry(own.entry);
  const named = new Set([...entry.mentions, ...(own.scanned.scenario?.cites ?? [])]);
  named.delete(id);
  const others = scansOf([...named].filter(isArticleId), places);
  const proofs = await prove(own, others, places, pool);
  if (!Object.values(proofs).every((file) => existsSync(file))) return undefined;
  const entries = others.flatMap((other) => other.entry ?? []).map(readEntry);
  return { archive: openArchive([entry, ...entries]), proofs };
}

function scansOf(ids: readonly string[], places: ContentPlaces): Scan[] {
  return scanFolders(
    places,
    ids.flatMap((id) => findFolder(places, id) ?? []),
  );
}

/** Has an article's scenario proved, where it has one. Those of the articles that it cites are not shown. */
async function prove(
  own: Scan,
  others: readonly Scan[],
  places: ContentPlaces,
  pool: Pool,
): Promise<Record<string, string>> {
  if (own.scanned.scenario === undefined) return {};
  const cited = others.map(({ scanned: { scenario: _, ...scanned } }) => scanned);
  const proving = { places, code: readersDigest(), pool };
  const { proofs, findings } = proveScenarios(ScannedFolders.of([own.scanned, ...cited]), proving);
  await findings;
  return proofs;
}
