import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, type Entry } from "../entry.ts";
import { numbered } from "../numbered.ts";
import { openLinks } from "./index.ts";
import { finderIn } from "./lists.ts";
import { relationsAfter, relationsOf, type Relations } from "./relations.ts";
import { readWords } from "./telling-words.ts";

/** Related articles, by the definition (see related.ts) and with no regard to the time it takes. */

const LEVEL = (count: number, most: number) =>
  count < 2 || count > most ? 0 : 12 - Math.ceil(Math.log2(count));

function thingsOf(entry: Entry): [thing: string, weight: number][] {
  const words = [...readWords(entry.words)];
  const codes = new Set(entry.codes.map((code) => code.toLowerCase()));
  return [
    ...words.map((word, at) => [`word ${word}`, at < 6 ? 4 : at < 14 ? 3 : 2] as [string, number]),
    ...[...codes].map((code) => [`code ${code}`, 3] as [string, number]),
  ];
}

function signaturesOf(entries: readonly Entry[]): Map<string, number>[] {
  const things = entries.map(thingsOf);
  const counts = Map.groupBy(things.flat(), ([thing]) => thing);
  return things.map((own) => {
    const weighed = own.map(([thing, weight]): [string, number] => {
      const most = thing.startsWith("word") ? Math.min(256, Math.floor(entries.length / 100)) : 64;
      return [thing, weight * LEVEL(counts.get(thing)?.length ?? 0, most)];
    });
    const heaviest = weighed
      .filter(([, weight]) => weight > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 16);
    const length = Math.max(75, Math.hypot(...heaviest.map(([, weight]) => weight)));
    return new Map(
      heaviest.map(([thing, weight]) => [thing, Math.round((weight * 4096) / length)]),
    );
  });
}

/** How many are asked for. */
const COUNT = 3;

function relatedByDefinition(entries: readonly Entry[]): string[][] {
  const signatures = signaturesOf(entries);
  const number = ({ id }: Entry) => Number(id.slice(1));
  return entries.map((entry, self) => {
    const near = entries.flatMap((other, at) => {
      const theirs = signatures[at] ?? new Map<string, number>();
      const shared = [...(signatures[self] ?? [])].filter(([thing]) => theirs.has(thing));
      const products = shared.map(([thing, weight]) => weight * (theirs.get(thing) ?? 0));
      const sum = products.reduce((all, product) => all + product, 0) / 4096 ** 2;
      const nearness = sum * (entry.products[0] === other.products[0] ? 1.3 : 0.6);
      const distance = Math.abs(number(entry) - number(other));
      if (at === self || shared.length < 2 || sum * 1.3 < 0.3 || nearness < 0.3) return [];
      return { id: other.id, nearness, distance };
    });
    near.sort((a, b) => b.nearness - a.nearness || a.distance - b.distance);
    return near.slice(0, COUNT).map(({ id }) => id);
  });
}

/** Articles of topics, which have many words and some codes of it. */
function randomEntries(count: number, ofTopic = 4): Entry[] {
  let state = 7;
  const below = (end: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return Array.from({ length: count }, (_, n) => {
    const topic = below(count / ofTopic);
    const words = Array.from({ length: 12 + below(20) }, () => `topic${topic}word${below(40)}x`);
    const codes = Array.from({ length: below(3) }, () => `0xC00${topic}0${below(4)}`);
    const front = { id: `Q${1000 + n * n}`, title: words.join(" "), codes };
    return entryOf({ frontMatter: { ...front, products: [`P${below(3)}`] }, body: "" });
  });
}

test("related articles are those that the definition says", () => {
  const entries = randomEntries(400);
  const links = openLinks(numbered(entries));
  const found = entries.map((entry) => links.relatedTo(entry, COUNT).map(({ id }) => id));
  expect(found).toEqual(relatedByDefinition(entries));
  expect(new Set(found.map(({ length }) => length))).toEqual(new Set([0, 1, 2, 3]));
});

/** Other words, codes, products or references than before, or none of it. */
const edited = fc.record({
  article: fc.nat(399),
  wordsOf: fc.option(fc.nat(399), { freq: 2 }),
  codesOf: fc.option(fc.nat(399)),
  products: fc.constantFrom(["P0"], ["P1"]),
  mentions: fc.subarray([5, 6, 7, 8]),
});

const listsIn = ({ related }: Relations) =>
  Array.from({ length: related.starts.length - 1 }, (_, self) => [...finderIn(related)(self)]);

test.each([
  { what: "words", ofTopic: 4 },
  { what: "codes, as words are too common there,", ofTopic: 16 },
])("after edits, relations by $what are those that would be found anew", ({ ofTopic }) => {
  const entries = randomEntries(400, ofTopic);
  const before = relationsOf(numbered(entries), COUNT);
  const told = { again: 0, all: 0, changed: 0 };
  const edits = fc.property(fc.array(edited, { minLength: 1, maxLength: 3 }), (edits) => {
    const now = [...entries];
    for (const { article, wordsOf, codesOf, products, mentions } of edits) {
      const entry = entries[article] as Entry;
      const { words } = entries[wordsOf ?? article] as Entry;
      const { codes } = entries[codesOf ?? article] as Entry;
      const ids = mentions.map((at) => entries[at]?.id ?? "");
      now[article] = { ...entry, words, codes, products, mentions: ids };
    }
    const articles = numbered(now);
    const changed = [...now.entries()].filter(([at, entry]) => entry !== entries[at]);
    const after = relationsAfter(before, { articles, edited: new Map(changed), count: COUNT });
    const [lists, was, is] = [before, after, relationsOf(articles, COUNT)].map(listsIn);
    expect(was).toEqual(is);
    const others = now.map((_, at) => at).filter((at) => !after.again.has(at));
    for (const at of others) {
      expect(lists?.[at]).toEqual(is?.[at]);
      expect(is?.[at]?.some((other) => now[other] !== entries[other])).toBe(false);
    }
    told.again += after.again.size;
    told.all += now.length;
    told.changed += now.filter((_, at) => String(lists?.[at]) !== String(is?.[at])).length;
  });
  // What is counted is steady with a seed alone.
  fc.assert(edits, { numRuns: 60, seed: 298_836 });
  expect(told.changed).toBeGreaterThan(60);
  expect(told.again).toBeLessThan(told.all / 5);
});
