/** What a scenario takes from its phrase book: choices of a setting, and dialogues that several articles share. */

import { phraseBookSchema, type ScenarioSource, type SessionSource } from "./schema.ts";
import { PHRASE_BOOKS } from "./phrases/index.ts";

/** The book that a scenario uses, if there is one of that name. */
export function phraseBook({ uses }: ScenarioSource) {
  const book = uses === undefined ? undefined : PHRASE_BOOKS[uses];
  return book === undefined ? undefined : phraseBookSchema.parse(book);
}

/** The scenario with what its book adds where it says nothing itself. */
export function withBook(source: ScenarioSource): ScenarioSource {
  const book = phraseBook(source);
  if (book === undefined) return source;
  const settings = Object.entries(source.settings).map(([id, setting]) => {
    const isOpen =
      setting.choices === undefined && setting.from === undefined && setting.type === undefined;
    const choices = isOpen ? book.choices?.[id] : undefined;
    return [id, choices === undefined ? setting : { ...setting, choices }] as const;
  });
  const { sessions } = source;
  if (sessions === undefined) return { ...source, settings: Object.fromEntries(settings) };
  const { by, otherwise = book.otherwise, ...dialogues } = sessions;
  const whole = Object.entries(dialogues as Record<string, SessionSource>).map(
    ([device, session]) => [device, withDialogue(session, book.sessions?.[device])] as const,
  );
  return {
    ...source,
    settings: Object.fromEntries(settings),
    sessions: { ...Object.fromEntries(whole), by, otherwise } as ScenarioSource["sessions"],
  };
}

type Dialogue = NonNullable<NonNullable<ReturnType<typeof phraseBook>>["sessions"]>[string];

function withDialogue(session: SessionSource, dialogue: Dialogue | undefined): SessionSource {
  if (dialogue === undefined) return session;
  const { open = dialogue.open, lines = dialogue.lines ?? [] } = session;
  return { ...session, open, lines: [...lines, ...(dialogue.after ?? [])] };
}
