import type { Moment } from "./replay.ts";

/**
 * Which lines of applies-to a moment is told of, where the sub-headings of its section part them: `Windows 95` above one
 * answer, `Windows NT 4.0` above another. Only where the headings share out all lines between them: in doubt a moment is
 * told of all.
 */
export function scoped(moments: readonly Moment[], lines: readonly string[]): Moment[] {
  const shares = sharesOf(headingsOf(moments), lines);
  if (shares === undefined) return [...moments];
  let versions: readonly number[] | undefined;
  return moments.map((moment, index) => {
    if (moment.under !== undefined) versions = shares.get(moment.under);
    else if (moment.section.key !== moments[index - 1]?.section.key) versions = undefined;
    return versions === undefined ? moment : { ...moment, versions };
  });
}

function headingsOf(moments: readonly Moment[]): string[] {
  return moments.flatMap(({ under }) => under ?? []);
}

/** The lines that each heading is for; undefined where the headings do not part all lines. */
function sharesOf(
  headings: readonly string[],
  lines: readonly string[],
): Map<string, number[]> | undefined {
  if (headings.length < 2 || lines.length < 2) return undefined;
  const named = headings.map((heading) => ({ heading, names: namesIn(heading) }));
  const shares = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const words = new Set(wordsOf(line));
    const fits = named.map(({ names }) => Math.max(0, ...names.map((name) => fit(name, words))));
    const best = Math.max(...fits);
    if (best === 0) return undefined;
    for (const [at, { heading }] of named.entries()) {
      if (fits[at] === best) shares.set(heading, [...(shares.get(heading) ?? []), index]);
    }
  }
  return [...shares.values()].some(({ length }) => length < lines.length) ? shares : undefined;
}

/** How many words a name shares with a line that has all of them; 0 where it has not. */
function fit(name: readonly string[], words: ReadonlySet<string>): number {
  return name.every((word) => words.has(word)) ? name.length : 0;
}

/** What a heading names: `Windows NT Server or Workstation 4.0` names two. */
function namesIn(heading: string): string[][] {
  return heading
    .split(/\b(?:or|and)\b|\//i)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

const FILLERS = new Set(
  "microsoft version versions edition for in on with using the if you are use a an to from only users client clients computer computers method later earlier and or running system systems operating".split(
    " ",
  ),
);

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9][a-z0-9.+#]*/g) ?? [];
  return words.map((word) => word.replace(/\.$/, "")).filter((word) => !FILLERS.has(word));
}
