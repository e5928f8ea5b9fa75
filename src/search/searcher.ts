import { askedTerms, type AskedTerm } from "./asked.ts";
import type { IndexChanges } from "./changes.ts";
import { shownWords } from "./concealed.ts";
import type { Counts, Facts } from "./facts.ts";
import type { Filters } from "./filters.ts";
import { Finder } from "./finder.ts";
import { completion, corrections, joined, nearest, synonyms, type Instead } from "./instead.ts";
import type { OpenSet } from "./pagefind.ts";
import { planOf, type Lookup, type WordCount } from "./plan.ts";
import { ownIdWord, readQuestion, type Question } from "./question.ts";
import { byScore, merge, type Candidate } from "./rank.ts";
import { closeness, pageText } from "./rerank.ts";
import { infoOf, resultOf, type Result } from "./result.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Sort = "relevance" | "date";

export interface Request {
  text: string;
  filters: Filters;
  sort: Sort;
  /** Whether to count the results by what they can be narrowed by. */
  counted: boolean;
  /** Take the words as typed: no corrections, no synonyms. */
  literal: boolean;
  /** The last word is being typed. */
  unfinished?: boolean;
  /** How many results to give. */
  limit: number;
}

export interface Answer {
  /** How many pages have any of the words. */
  total: number;
  results: Result[];
  /** What mistyped words were taken for; `besides` where some articles have them as typed. */
  corrected: { from: string; to: string; besides: boolean }[];
  /** Numbers of articles that the question names and the archive lacks. */
  absent: string[];
  /** Where nothing was found: words of the archive that are spelt nearly alike. */
  nearest: string[];
  counts?: Counts;
}

/** How many candidates are read in full. */
const CLOSER = 40;

/** Stands between the interface and Pagefind: turns a question into lookups, and what they find into one ranking. */
export class Searcher {
  #finder: Finder;
  #vocabulary: Vocabulary;
  #pages: number;
  #openFacts: () => Promise<Facts>;

  constructor(
    sets: readonly OpenSet[],
    vocabulary: Vocabulary,
    { masked, all }: IndexChanges,
    openFacts: () => Promise<Facts>,
  ) {
    this.#finder = new Finder(sets, vocabulary, masked, all.pages);
    this.#vocabulary = vocabulary;
    this.#pages = all.pages;
    this.#openFacts = openFacts;
  }

  async ask(request: Request): Promise<Answer> {
    const question = readQuestion(request.text);
    const named = await this.#named(question);
    const others = request.literal ? [] : await this.#others(question, request);
    const counts = await this.#counts(question, others);
    const lookups = planOf(question.terms, counts, this.#pages, others);
    const found = merge(await Promise.all(lookups.map((lookup) => this.#lookUp(lookup))));
    const unnamed = found.filter(({ result }) => !named.some((own) => own.result.id === result.id));
    const facts = needsFacts(request) ? await this.#openFacts() : undefined;
    const fits = ({ result }: Candidate) => facts?.fits(result.id, request.filters) ?? true;
    const ranked = await this.#lookCloser(
      unnamed.filter(fits),
      askedTerms(question, others, counts, this.#pages),
    );
    const all = [...named.filter(fits), ...ranked];
    if (facts && request.sort === "date") all.sort(newestFirst(facts));
    const results = await Promise.all(
      all.slice(0, request.limit).map((one) => resultOf(one, this.#vocabulary.phrases)),
    );
    const ids = [...named, ...unnamed].map(({ result }) => result.id);
    return {
      total: all.length,
      results,
      corrected: correctionsOf(question, others, counts),
      absent: await this.#absent(question),
      nearest: found.length > 0 ? [] : await nearest(question.terms, this.#vocabulary),
      ...(facts && request.counted && { counts: facts.counts(ids, request.filters) }),
    };
  }

  /** Reads the best candidates in full and ranks them anew by what they say. */
  async #lookCloser(ranked: Candidate[], asked: readonly AskedTerm[]): Promise<Candidate[]> {
    const best = await Promise.all(
      ranked.slice(0, CLOSER).map(async (candidate) => {
        const fragment = await candidate.result.data();
        const shown = [fragment.meta.title, fragment.content].map((text) =>
          shownWords(text, this.#vocabulary.phrases),
        );
        const text = pageText(shown[0] ?? [], shown[1] ?? [], infoOf(fragment).product);
        return { ...candidate, score: candidate.score + closeness(asked, text) };
      }),
    );
    return [...best.sort(byScore), ...ranked.slice(CLOSER)];
  }

  /** The articles whose numbers the question names. */
  async #named(question: Question): Promise<Candidate[]> {
    const found = await Promise.all(
      question.ids.map(async (id) => {
        const word = ownIdWord(id);
        const results = await this.#finder.find(word);
        return results
          .slice(0, 1)
          .map((result) => ({ result, score: Infinity, places: new Map() }));
      }),
    );
    return found.flat();
  }

  /** Numbers that the question takes for articles' and no article has. One that stands alone may be another thing's. */
  async #absent({ text, ids }: Question): Promise<string[]> {
    const counts = await Promise.all(ids.map((id) => this.#vocabulary.count(ownIdWord(id))));
    return ids.filter((id, index) => id !== text && counts[index] === 0);
  }

  /** Words to ask for beside the reader's own. */
  async #others({ terms }: Question, { unfinished = false }: Request): Promise<Instead[]> {
    const vocabulary = this.#vocabulary;
    const completed = unfinished ? await completion(terms, vocabulary) : [];
    const last = await vocabulary.count(terms.at(-1)?.words[0] ?? "");
    const finished = unfinished && (last > 0 || completed.length > 0) ? terms.slice(0, -1) : terms;
    const [corrected, fused] = await Promise.all([
      corrections(finished, vocabulary),
      joined(finished, vocabulary),
    ]);
    const read = new Set(fused.flatMap(({ why, terms }) => (why === "spelling" ? terms : [])));
    const unread = corrected.filter(({ terms }) => !terms.some((term) => read.has(term)));
    return [...completed, ...unread, ...fused, ...synonyms(terms, vocabulary.synonyms)];
  }

  async #counts(question: Question, others: Instead[]): Promise<Map<string, WordCount>> {
    const own = question.terms.flatMap((term) => term.words);
    const words = [...new Set([...own, ...others.map(({ word }) => word)])];
    const counts = words.map(async (word): Promise<[string, WordCount]> => {
      const pages = await this.#vocabulary.count(word);
      return [word, { pages, common: this.#vocabulary.inTitlesOnly(word) }];
    });
    return new Map(await Promise.all(counts));
  }

  async #lookUp(lookup: Lookup) {
    return { lookup, results: await this.#finder.find(lookup.word) };
  }
}

/** Filtering, counting and sorting need to know more of the pages than the full text does. */
function needsFacts({ filters, counted, sort }: Request): boolean {
  return counted || sort === "date" || Object.values(filters).some((value) => value !== undefined);
}

function correctionsOf(
  question: Question,
  others: readonly Instead[],
  counts: ReadonlyMap<string, WordCount>,
): Answer["corrected"] {
  const known = (term: number): boolean =>
    (counts.get(question.terms[term]?.words[0] ?? "")?.pages ?? 0) > 0;
  const mistyped = others.filter(({ why }) => why === "spelling");
  const meant = Map.groupBy(mistyped, ({ terms }) => terms.join());
  return [...meant.values()].map((words) => ({
    from: (words[0]?.terms ?? []).map((term) => question.terms[term]?.text).join(" "),
    to: words.map(({ word }) => word).join(" "),
    besides: (words[0]?.terms ?? []).every(known),
  }));
}

/** Newest first; of one day, the better answer first. */
function newestFirst(facts: Facts): (a: Candidate, b: Candidate) => number {
  return (a, b) => facts.day(b.result.id) - facts.day(a.result.id) || byScore(a, b);
}
