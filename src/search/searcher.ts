import { pathOf } from "../article/id.ts";
import { reveal, shownWords, type ShownWord } from "./concealed.ts";
import { bestPlace, excerptOf, markText, wordsAt, type Segment } from "./excerpt.ts";
import type { IndexChanges } from "./changes.ts";
import type { Counts, Facts } from "./facts.ts";
import type { Filters } from "./filters.ts";
import type { OpenSet, Pagefind, PagefindFragment, PagefindResult } from "./pagefind.ts";
import { completion, corrections, joined, nearest, synonyms, type Instead } from "./instead.ts";
import { planOf, type Lookup, type WordCount } from "./plan.ts";
import { ownIdWord, readQuestion, type Question } from "./question.ts";
import { byScore, merge, type Candidate } from "./rank.ts";
import { closeness, pageText, type AskedWord } from "./rerank.ts";
import type { ResultInfo } from "./record.ts";
import { stemOf } from "./stem.ts";
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

/** One article, as the result list shows it. */
export interface Result extends ResultInfo {
  /** Address under the site's base. */
  url: string;
  title: Segment[];
  excerpt: Segment[];
  /** The section that the excerpt stands in, where it can be linked to. */
  section?: { heading: string; url: string };
}

/** How many candidates are read in full. */
const CLOSER = 24;

/** How much a word says, by the share of pages that have it (inverse document frequency); 0 where none has it. */
function rarity(count: number, pages: number): number {
  return count === 0 ? 0 : Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}

/** The question's words in order, mistyped ones as they were meant, each with how much it says. */
function askedWords(
  question: Question,
  others: readonly Instead[],
  counts: ReadonlyMap<string, WordCount>,
  pages: number,
): AskedWord[] {
  return question.terms.flatMap((term, index) => {
    const own = term.words.slice(0, 1);
    const known = own.some((word) => (counts.get(word)?.pages ?? 0) > 0);
    const meant = others.filter(({ why, terms }) => why === "spelling" && terms.includes(index));
    const words = meant.filter(({ terms }) => terms[0] === index).map(({ word }) => word);
    return [...(known || meant.length === 0 ? own : []), ...words].map((word) => ({
      stem: stemOf(word),
      rarity: rarity(counts.get(word)?.pages ?? 0, pages),
    }));
  });
}

/** Stands between the interface and Pagefind: turns a question into lookups, and what they find into one ranking. */
export class Searcher {
  #sets: readonly OpenSet[];
  #vocabulary: Vocabulary;
  /** Articles of the first set that are no longer right. */
  #masked: ReadonlySet<string>;
  #pages: number;
  #openFacts: () => Promise<Facts>;

  constructor(
    sets: readonly OpenSet[],
    vocabulary: Vocabulary,
    { masked, all }: IndexChanges,
    openFacts: () => Promise<Facts>,
  ) {
    this.#sets = sets;
    this.#vocabulary = vocabulary;
    this.#masked = new Set(masked);
    this.#pages = all.pages;
    this.#openFacts = openFacts;
  }

  async ask(request: Request): Promise<Answer> {
    const question = readQuestion(request.text);
    const named = await this.#named(question);
    const others = request.literal ? [] : await this.#others(question, request);
    const counts = await this.#counts(question, others);
    const lookups = planOf(question.terms, counts, others);
    const found = merge(await Promise.all(lookups.map((lookup) => this.#lookUp(lookup))));
    const unnamed = found.filter(({ result }) => !named.some((own) => own.result.id === result.id));
    const facts = needsFacts(request) ? await this.#openFacts() : undefined;
    const fits = ({ result }: Candidate) => facts?.fits(result.id, request.filters) ?? true;
    const ranked = await this.#lookCloser(
      unnamed.filter(fits),
      askedWords(question, others, counts, this.#pages),
    );
    const all = [...named.filter(fits), ...ranked];
    if (facts && request.sort === "date") all.sort(newestFirst(facts));
    const results = await Promise.all(all.slice(0, request.limit).map((one) => this.#result(one)));
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
  async #lookCloser(ranked: Candidate[], asked: AskedWord[]): Promise<Candidate[]> {
    const best = await Promise.all(
      ranked.slice(0, CLOSER).map(async (candidate) => {
        const fragment = await candidate.result.data();
        const text = pageText(this.#words(fragment.meta.title), this.#words(fragment.content));
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
        const results = await this.#find(word);
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

  /** The words that a text of the index shows. */
  #words(stored: string): ShownWord[] {
    return shownWords(stored, this.#vocabulary.phrases);
  }

  async #result(candidate: Candidate): Promise<Result> {
    const fragment = await candidate.result.data();
    const places = [...candidate.places.values()].flat();
    const asked = [...candidate.places.keys()].map((lookup) => lookup.word);
    const words = new Set([...wordsAt(fragment.content, places, asked), ...asked]);
    const { segments, section: around } = this.#excerpt(fragment, words);
    // What matched only names that the text does not show stands in no section.
    const section = segments.some(({ marked }) => marked) ? around : undefined;
    const info = JSON.parse(reveal(fragment.meta.info)) as ResultInfo;
    const url = `${pathOf(info.id)}/`;
    return {
      ...info,
      url,
      title: markText(plain(this.#words(fragment.meta.title)), words),
      excerpt: segments,
      ...(section && {
        section: {
          heading: plain(this.#words(section.text)),
          url: `${url}#${section.id}`,
        },
      }),
    };
  }

  /** The best stretch of any one section, and the heading above it, where it has one. */
  #excerpt(fragment: PagefindFragment, words: ReadonlySet<string>) {
    const shown = this.#words(fragment.content);
    const { anchors } = fragment;
    const place = bestPlace(shown, words);
    const section = anchors.findLast(({ location }) => location <= place);
    const end = anchors.find(({ location }) => location > place)?.location ?? Infinity;
    const from = section === undefined ? 0 : section.location + section.text.split(" ").length;
    const within = shown.filter((word) => word.from >= from && word.from < end);
    return { segments: excerptOf(within, words), section };
  }

  async #lookUp(lookup: Lookup) {
    return { lookup, results: await this.#find(lookup.word) };
  }

  /**
   * The pages that have the word. Pagefind's scores hold how rare it is among the pages that it knows; here that is put right for
   * all pages.
   */
  async #find(word: string): Promise<PagefindResult[]> {
    const found = await this.#ask(word);
    const valid = found.map(({ results }, set) =>
      set === 0 ? results.filter(({ id }) => !this.#masked.has(id)) : results,
    );
    const all = rarity(valid.flat().length, this.#pages);
    return found.flatMap(({ counted, pages, scale }, set) => {
      const points = (scale * all) / rarity(counted, pages);
      return (valid[set] ?? []).map((result) => ({ ...result, score: result.score * points }));
    });
  }

  /** Asks the sets that have such a word: of one that has none Pagefind would give words that are shorter. */
  async #ask(word: string): Promise<(OpenSet & Found)[]> {
    const has = await this.#vocabulary.has(word);
    const asked = this.#sets.map(async (set, number) => {
      const found = has[number] ? await pagesWith(word, set.pagefind) : NOTHING;
      return { ...set, ...found };
    });
    return Promise.all(asked);
  }
}

/** Filtering, counting and sorting need to know more of the pages than the full text does. */
function needsFacts({ filters, counted, sort }: Request): boolean {
  return counted || sort === "date" || Object.values(filters).some((value) => value !== undefined);
}

/** Shorter words are the beginnings of too many others: `c`, `ip`. */
const LEAST_BEGINNING = 3;

interface Found {
  results: PagefindResult[];
  /** Pages by which Pagefind told how rare the word is. */
  counted: number;
}

const NOTHING: Found = { results: [], counted: 0 };

/** Pages that have a word or, where it is long, one that begins with it: `printer` for `print`, never `0x1e4` for `0x1e`. */
async function pagesWith(word: string, pagefind: Pagefind): Promise<Found> {
  const { results } = await pagefind.search(word);
  if (word.length >= LEAST_BEGINNING && !/\d/.test(word))
    return { results, counted: results.length };
  // In quotes it stands for itself, but scores nothing.
  const exact = await pagefind.search(`"${word}"`);
  const having = new Set(exact.results.map(({ id }) => id));
  return { results: results.filter(({ id }) => having.has(id)), counted: results.length };
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

function plain(words: readonly ShownWord[]): string {
  return words.map(({ text }) => text).join(" ");
}
