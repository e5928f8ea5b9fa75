import { readFileSync } from "node:fs";
import type { Article } from "../../src/article/schema.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";
import {
  deriveReplay,
  isProblem,
  type Moment,
  type Replay,
} from "../../src/simulator/replay/index.ts";
import { corpusFiles } from "../corpus/files.ts";
import { readPlain } from "../corpus/source.ts";

/** An article of the archive, its replay, and what of that does not stand in the source. */
export interface Replayed {
  file: string;
  article: Article;
  isProblem: boolean;
  replay: Replay | undefined;
  texts: string[];
  strange: string[];
}

/** Every article once: of several sources of one id the first, original text before archived Markdown. */
export function replaysOf(root: string, every = 1): Replayed[] {
  const files = corpusFiles(root).toSorted((a, b) => Number(isArchived(a)) - Number(isArchived(b)));
  const byId = new Map<string, string>();
  for (const file of files) {
    const id = /Q\d+/.exec(file)?.[0] ?? file;
    if (!byId.has(id)) byId.set(id, file);
  }
  return [...byId.values()]
    .filter((_, index) => index % every === 0)
    .flatMap((file) => replayed(file) ?? []);
}

function isArchived(file: string): boolean {
  return file.endsWith(".md");
}

function replayed(file: string): Replayed | undefined {
  const bytes = readFileSync(file);
  const { article } = parseKbText(bytes, file);
  if (article === undefined) return undefined;
  const replay = deriveReplay(article);
  const texts = textsOf(replay);
  const source = replay === undefined ? "" : plainText(bytes);
  const strange = strangeIn(texts, source);
  return { file, article, isProblem: isProblem(article), replay, texts, strange };
}

/** The texts that do not stand in a source, white space aside. */
export function strangeIn(texts: readonly string[], source: string): string[] {
  const squeezed = squeeze(source);
  return texts.filter((text) => !squeezed.includes(squeeze(text)));
}

/** All that a replay shows of the article's words. */
function textsOf(replay: Replay | undefined): string[] {
  return momentsOf(replay).flatMap(({ under, or, marker, text, shown }) =>
    [under, or, marker?.replace(/\W/g, ""), text, ...shown.map((block) => block.text)].filter(
      (part) => part !== undefined && part !== "",
    ),
  ) as string[];
}

export function momentsOf(replay: Replay | undefined): Moment[] {
  if (replay === undefined) return [];
  return [...replay.telling, ...replay.remedies.flatMap(({ moments }) => moments)];
}

/** Bytes of the article's words in a replay. */
export function bytesOf(replay: Replay): number {
  return textsOf(replay).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** The source's text as a person reads it, and nothing of the parser's. */
export function plainText(bytes: Uint8Array): string {
  const { body } = readPlain(bytes);
  const text = new TextDecoder("windows-1252").decode(Buffer.from(body, "latin1"));
  // Control characters are shown as their pictures.
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, (control) =>
    String.fromCharCode(control === "\x7f" ? 0x2421 : 0x2400 + control.charCodeAt(0)),
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}
