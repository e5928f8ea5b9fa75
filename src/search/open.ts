import { CHANGES_PATH, setsOf, type IndexChanges } from "./changes.ts";
import { Facts, joinFacts } from "./facts.ts";
import type { FactsFile } from "./facts-file.ts";
import { openSets } from "./pagefind.ts";
import { Searcher } from "./searcher.ts";
import { Vocabulary, type FetchText } from "./vocabulary.ts";

const FACTS = "words/facts.gz";

/**
 * Opens an index. `folder` is the address of `pagefind/`, with a slash at its end, `fetchText` gives the text of the gzip files under
 * it, and `core` is the address of Pagefind's program where it does not stand there.
 */
export async function openSearcher(
  folder: string,
  fetchText: FetchText,
  core?: string,
): Promise<Searcher> {
  const changes = JSON.parse(await fetchText(CHANGES_PATH)) as IndexChanges;
  const sets = setsOf(changes);
  const vocabulary = await Vocabulary.open(fetchText, sets, changes.all.pages);
  const statistics = vocabulary.heads.map((head) => head.fullText);
  const opened = await openSets(folder, statistics, changes, core);
  let facts: Promise<Facts> | undefined;
  return new Searcher(opened, vocabulary, changes, () => (facts ??= openFacts(fetchText, sets)));
}

async function openFacts(fetchText: FetchText, sets: readonly string[]): Promise<Facts> {
  const texts = await Promise.all(sets.map((set) => fetchText(set + FACTS)));
  const files = texts.map((text) => JSON.parse(text) as FactsFile);
  return new Facts(files.reduce(joinFacts));
}
