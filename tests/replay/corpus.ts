import { readFileSync } from "node:fs";
import type { Article } from "../../src/article/schema.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";
import { deriveReplay, isProblem, type Moment, type Replay } from "../../src/simulator/replay/index.ts";
import { readPlain } from "../corpus/source.ts";

/** An article of the archive, its replay, and what of it does not stand in the source. */
export interface Replayed {
  article: Article;
  isProblem: boolean;
  replay: Replay | undefined;
  strange: string[];
}

export function replayed(file: string): Replayed | undefined {
  const bytes = readFileSync(file);
  const { article } = parseKbText(bytes, file);
  if (article === undefined) return undefined;
  const replay = deriveReplay(article);
  const source = replay === undefined ? "" : folded(bytes);
  return {
    article,
    isProblem: isProblem(article),
    replay,
    strange: textsOf(replay).filter((text) => !source.includes(squeezed(text))),
  };
}

/** All that a replay shows of the article's words. */
export function textsOf(replay: Replay | undefined): string[] {
  return momentsOf(replay).flatMap(({ under, or, marker, text, shown }) => [
    ...(under === undefined ? [] : [under]),
    ...(or === undefined ? [] : [or]),
    ...(marker === undefined || marker === "–" ? [] : [marker]),
    text,
    ...shown.map((block) => block.text),
  ]);
}

export function momentsOf(replay: Replay | undefined): Moment[] {
  if (replay === undefined) return [];
  return [...replay.telling, ...replay.remedies.flatMap(({ moments }) => moments)];
}

/** The source's text as a person reads it, and nothing of the parser's, without white space. */
function folded(bytes: Uint8Array): string {
  const { body } = readPlain(bytes);
  return squeezed(new TextDecoder("windows-1252").decode(Buffer.from(body, "latin1")));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}
