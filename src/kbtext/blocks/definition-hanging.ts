import { isBlank, type Line } from "../line.ts";
import { unwrap } from "../unwrap.ts";
import { rangeOf } from "./block.ts";
import { beginsList } from "./list.ts";
import { isCodeLine, isProse } from "./looks.ts";
import { skipBlank, type Recogniser } from "./recogniser.ts";

/**
 * Terms at one margin, each over its description, which stands deeper:
 *
 *     /T:tracks
 *        The number of tracks that the program writes on each side.
 *
 *     /V
 *        The program reads again what it has written.
 */
export const hangingDefinition: Recogniser = (lines, at) => {
  const entries: string[] = [];
  let end = at;
  for (let next = at; lines[next]?.indent === lines[at]?.indent; next = skipBlank(lines, end)) {
    const text = termEnd(lines, next);
    const last = text === undefined ? undefined : descriptionEnd(lines, text);
    if (text === undefined || last === undefined) break;
    entries.push(entryOf(lines.slice(next, text), lines.slice(text, last)));
    end = last;
  }
  if (entries.length < 2) return undefined;
  return {
    block: { kind: "definition", entries, ...rangeOf(lines.slice(at, end)) },
    next: end,
  };
};

/** More columns than this, and a description stands deeper than its term. */
const DEEPER = 2;

/** Where the description begins: below one or two short lines that end no sentence. */
function termEnd(lines: readonly Line[], at: number): number | undefined {
  const first = lines[at] as Line;
  const end = lines[at + 1]?.indent === first.indent && !isBlank(lines[at + 1]) ? at + 2 : at + 1;
  if (!lines.slice(at, end).every((line) => isTerm(line)) || beginsList(lines, at))
    return undefined;
  const text = skipBlank(lines, end);
  return (lines[text]?.indent ?? 0) > first.indent + DEEPER ? text : undefined;
}

/** A name or a few words: no statement, no title of a section, no `Label:  what is wrapped below it`. */
function isTerm({ text }: Line): boolean {
  return (
    text.length < 60 &&
    /[A-Za-z0-9]/.test(text) &&
    !/[.:;,!?-]$/.test(text) &&
    !isCodeLine(text) &&
    !/: {2,}\S/.test(text) &&
    !/^\s*(?:symptoms?|cause|resolution|workaround|status)$/i.test(text)
  );
}

/** After the sentences at `at` or deeper; nothing where they are none. */
function descriptionEnd(lines: Line[], at: number): number | undefined {
  const margin = lines[at]?.indent ?? 0;
  let end: number | undefined;
  for (let next = at; (lines[next]?.indent ?? -1) >= margin; next = skipBlank(lines, next)) {
    const start = next;
    while (!isBlank(lines[next]) && (lines[next]?.indent ?? 0) >= margin) next++;
    if (!isDescription(lines.slice(start, next)) || beginsList(lines, start)) return undefined;
    end = next;
  }
  return end;
}

/** Sentences, and neither a program nor columns nor a callout. */
function isDescription(chunk: Line[]): boolean {
  return (
    isProse(chunk) &&
    !chunk.some((line) => isCodeLine(line.text) || /\S {3,}\S/.test(line.text.slice(0, 200))) &&
    !/^\s*(?:NOTE|WARNING|IMPORTANT|CAUTION):/i.test(chunk[0]?.text ?? "")
  );
}

function entryOf(term: Line[], description: Line[]): string {
  return [term, description]
    .map((lines) => unwrap(lines.filter((line) => !isBlank(line))))
    .join("\n");
}
