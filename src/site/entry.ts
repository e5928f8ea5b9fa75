import { mentionsIn } from "../article/references.ts";
import { SECTION_KEYS, type Article, type FrontMatter } from "../article/schema.ts";
import { tellingWords } from "./links/telling-words.ts";

/**
 * What pages show of articles that are not their own, lists and links, and what these follow from. Small enough to hold for a whole archive; it
 * stays as it is when an article's text changes and nothing that others show of it. Texts are read when a page needs them.
 */
export interface Entry {
  id: string;
  title: string;
  products: readonly string[];
  keywords: readonly string[];
  /** Issue type codes, such as `kbprb`: mostly one. */
  issueTypes: readonly string[];
  /** `YYYY-MM-DD`; absent where the article does not say. */
  modified?: string;
  hasSimulator: boolean;
  /** Whether the text that it was imported from was kept. */
  hasSource: boolean;
  /** Whether its own text can be walked through; never beside a simulator. */
  hasReplay: boolean;
  /** What its text may mean as ids of other articles. */
  mentions: readonly string[];
  /** Those of them that the importer took for references. */
  references: readonly string[];
  /** Event records by source and id: `Service Control Manager 7000`. */
  events: readonly string[];
  codes: readonly string[];
  /** Names of files. */
  files: readonly string[];
  /** Digests of the words that say most of what it is about: see `tellingWords`. */
  words: string;
}

/** What an entry says of an article beside what its file does. */
export interface Beside {
  hasSimulator?: boolean;
  hasSource?: boolean;
  hasReplay?: boolean;
}

export function entryOf(
  article: Article,
  { hasSimulator = false, hasSource = false, hasReplay = false }: Beside = {},
): Entry {
  const { frontMatter: front } = article;
  return {
    id: front.id,
    title: front.title,
    products: front.products ?? [],
    keywords: front.keywords ?? [],
    issueTypes: codesIn(front.issueType),
    ...(front.modified === undefined ? {} : { modified: front.modified }),
    hasSimulator,
    hasSource,
    hasReplay: hasReplay && !hasSimulator,
    mentions: mentionsOf(article),
    references: front.references ?? [],
    events: eventsOf(front.events),
    codes: (front.codes ?? []).filter(isTelling),
    files: [...new Set((front.files ?? []).map(({ name }) => name))],
    words: tellingWords(article),
  };
}

function mentionsOf({ frontMatter, body }: Article): string[] {
  const sections = SECTION_KEYS.map((key) => frontMatter[key] ?? "");
  return mentionsIn([...sections, body].join("\n")).filter((id) => id !== frontMatter.id);
}

function eventsOf(events: FrontMatter["events"] = []): string[] {
  const named = events.map(({ source, id }) => (source && id ? `${source} ${id}` : ""));
  return [...new Set(named)].filter((event) => event !== "");
}

/** Whether a code says something by itself: not `13`, which every program has, nor a word of zeros or of ones. */
function isTelling(code: string): boolean {
  return /[a-z]|\d{3}/i.test(code) && !/^(?:0x)?(?:0+|f+)h?$/i.test(code);
}

/** `kbhowto kbinfo` → both. */
export function codesIn(text: string | undefined): string[] {
  return text?.split(/[\s,;]+/).filter((code) => code !== "") ?? [];
}
