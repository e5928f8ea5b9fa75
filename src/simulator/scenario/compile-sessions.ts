/** Sessions of a scenario file: what clients type, and every device's words with where they come from. */

import type { Scenario, Script, Utterance } from "../types.ts";
import { requireName } from "./compile-rules.ts";
import { compileExpression, compileWords, report, type Context } from "./context.ts";
import type { Types } from "./expression.ts";
import { phraseBook } from "./book.ts";
import { type ScenarioSource, type SessionSource, type WordsSource } from "./schema.ts";
import type { Path } from "./source.ts";
import { GIVEN, UTTERANCES } from "../devices/index.ts";

type Phrases = Readonly<Record<string, readonly Utterance[]>>;

export function compileSessions(
  context: Context,
  source: ScenarioSource,
  types: Types,
): Scenario["sessions"] {
  if (source.sessions === undefined) return null;
  const { by = "", otherwise = "Nothing was said yet.", ...sessions } = source.sessions;
  if (by !== "")
    requireName(context, by, Object.keys(source.settings), "setting", ["sessions", "by"]);
  const scripts = Object.entries(sessions as Record<string, SessionSource>).map(
    ([device, session]) => {
      const path = ["sessions", device];
      requireName(context, device, Object.keys(UTTERANCES), "device", path);
      const choices = Object.keys(source.settings[by]?.choices ?? {});
      if (by !== "") requireName(context, device, choices, `choice of "${by}"`, path);
      return [device, compileScript(context, source, device, session, types)] as const;
    },
  );
  return { by, otherwise, scripts: Object.fromEntries(scripts) };
}

function compileScript(
  context: Context,
  source: ScenarioSource,
  device: string,
  session: SessionSource,
  types: Types,
): Script {
  const path = ["sessions", device];
  if (session.open === undefined)
    report(context, "schema", path, '"open", what the client types to connect, is missing here.');
  const { open = { inferred: "", because: "" } } = session;
  const lines = (session.lines ?? []).map((line, i) =>
    compileWords(context, line, [...path, "lines", i], types),
  );
  const own = compileAll(context, session.says ?? {}, [...path, "says"], types);
  const says = merge(own, sharedSays(context, source, device, types), deviceSays(device));
  checkKeys(context, device, Object.keys(own));
  checkBeginnings(context, device, own);
  const given = compileGiven(context, device, session, types);
  return {
    open: compileWords(context, open, [...path, "open"], types),
    lines,
    says,
    given,
  };
}

function compileGiven(
  context: Context,
  device: string,
  { given = {} }: SessionSource,
  types: Types,
): Script["given"] {
  const known = GIVEN[device] ?? {};
  const pairs = Object.entries(given).map(([name, text]) => {
    const path = ["sessions", device, "given", name];
    requireName(context, name, Object.keys(known), `name that ${device} is told`, path);
    return [
      name,
      compileExpression(context, text, path, types, known[name]?.type ?? "flag"),
    ] as const;
  });
  return Object.fromEntries(pairs);
}

/** What `{name}` stands for: the scenario's alternatives, then the phrase book's. */
export function compileFills(context: Context, source: ScenarioSource, types: Types): Phrases {
  const shared = phraseBook(source)?.fills ?? {};
  return merge(
    compileAll(context, source.fills ?? {}, ["fills"], types),
    compileAll(context, shared, ["uses"], types),
  );
}

function sharedSays(
  context: Context,
  source: ScenarioSource,
  device: string,
  types: Types,
): Phrases {
  return compileAll(context, phraseBook(source)?.says[device] ?? {}, ["uses"], types);
}

/** The device's own wording, for what neither scenario nor phrase book words. */
function deviceSays(device: string): Phrases {
  const reason = "No article has these words; they are worded after the protocol's standard.";
  const pairs = Object.entries(UTTERANCES[device] ?? {}).map(([key, { text }]) => {
    return [key, [{ text, provenance: { kind: "inferred", reason } as const }]] as const;
  });
  return Object.fromEntries(pairs);
}

/** Alternatives of earlier phrases come before those of later ones. */
function merge(...all: readonly Phrases[]): Phrases {
  const keys = new Set(all.flatMap((phrases) => Object.keys(phrases)));
  return Object.fromEntries(
    [...keys].map((key) => [key, all.flatMap((phrases) => phrases[key] ?? [])]),
  );
}

function compileAll(
  context: Context,
  source: Readonly<Record<string, readonly WordsSource[]>>,
  path: Path,
  types: Types,
): Phrases {
  const pairs = Object.entries(source).map(([key, alternatives]) => {
    const at = (i: number): Path => (path[0] === "uses" ? path : [...path, key, i]);
    return [
      key,
      alternatives.map((words, i) => compileWords(context, words, at(i), types)),
    ] as const;
  });
  return Object.fromEntries(pairs);
}

function checkKeys(context: Context, device: string, keys: readonly string[]): void {
  const known = [...Object.keys(UTTERANCES[device] ?? {}), "data"];
  for (const key of keys)
    requireName(context, key, known, `utterance of ${device}`, ["sessions", device, "says", key]);
}

/** A protocol's clients go by how a line begins, so the words have to begin so. */
function checkBeginnings(context: Context, device: string, phrases: Phrases): void {
  for (const [key, alternatives] of Object.entries(phrases)) {
    const begins = UTTERANCES[device]?.[key]?.begins ?? "";
    alternatives.forEach(({ text }, i) => {
      if (text.startsWith(begins)) return;
      const reason = `Unexpected "${text}", expected words that begin with "${begins}", as the protocol asks.`;
      report(context, "wrong-beginning", ["sessions", device, "says", key, i], reason);
    });
  }
}
