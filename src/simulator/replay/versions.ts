import type { Moment, Remedy, Replay } from "./replay.ts";

/**
 * A replay whose moments say which lines of applies-to they are told of, by number, where the sub-headings of a section
 * part them: `Windows 95` above one answer, `Windows NT 4.0` above another. Only where the headings share out all lines
 * between them: in doubt a moment is told of all. The same replay where nothing is parted.
 */
export function parted(replay: Replay, lines: readonly string[]): Replay {
  if (lines.length < 2) return replay;
  const told = {
    ...replay,
    telling: scoped(replay.telling, lines),
    remedies: replay.remedies.map((remedy) => scopedRemedy(remedy, lines)),
  };
  return partsOf(told).length === 0 ? replay : told;
}

function partsOf({ telling, remedies }: Replay): (readonly number[])[] {
  return [telling, ...remedies.map(({ moments }) => moments)]
    .flat()
    .flatMap(({ versions }) => (versions === undefined ? [] : [versions]));
}

/** What came with the correction is said of one of the versions only, without saying which. */
function scopedRemedy({ section, moments }: Remedy, lines: readonly string[]): Remedy {
  const parts = scoped(moments, lines);
  return {
    section,
    moments: parts.some(({ versions }) => versions !== undefined)
      ? parts.filter((moment) => moment.section.key === section.key)
      : parts,
  };
}

/** The same with the lines in groups of which the same is told: what the reader picks among. None where it is told of all. */
export function grouped(replay: Replay, lines: readonly string[]): Replay {
  const parts = partsOf(replay);
  const groups = [
    ...Map.groupBy(lines.keys(), (line) =>
      parts.map((part) => part.includes(line)).join(),
    ).values(),
  ];
  const number = ({ versions, ...moment }: Moment): Moment =>
    versions === undefined || groups.length < 2
      ? moment
      : { ...moment, versions: groupsIn(versions, groups) };
  return {
    versions:
      groups.length < 2 ? [] : groups.map((group) => group.map((line) => lines[line] ?? "")),
    telling: replay.telling.map(number),
    remedies: replay.remedies.map(({ section, moments }) => ({
      section,
      moments: moments.map(number),
    })),
  };
}

function groupsIn(lines: readonly number[], groups: readonly (readonly number[])[]): number[] {
  return groups.flatMap(([first = -1], index) => (lines.includes(first) ? [index] : []));
}

/** Moments with the lines that they are told of, where that is not all. */
function scoped(moments: readonly Moment[], lines: readonly string[]): Moment[] {
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
  if (headings.length < 2) return undefined;
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
