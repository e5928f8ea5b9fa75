import fc from "fast-check";
import { expect, test } from "vitest";
import { finderIn, listsWith, makeLists, NumberLists, replaceLists, type Lists } from "./lists.ts";

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })));

const made = (given: readonly number[][]) => makeLists(given.length, (list) => given[list] ?? []);

const listsOf = (lists: Lists) =>
  Array.from({ length: lists.starts.length - 1 }, (_, list) => [...finderIn(lists)(list)]);

test("lists stand one after another", () => {
  fc.assert(
    fc.property(lists, (given) => {
      const lists = new NumberLists();
      for (const list of given) {
        for (const number of list) lists.addOnce(number);
        lists.end();
        lists.addAll(list);
      }
      const { numbers, starts } = lists.all();
      const found = given.flatMap((list) => [[...new Set(list)], list]);
      expect([...numbers]).toEqual(found.flat());
      expect([...starts].map((start, n) => [...numbers.subarray(start, starts[n + 1])])).toEqual([
        ...found,
        [],
      ]);
    }),
  );
});

test("lists are found again by their numbers", () => {
  fc.assert(
    fc.property(lists, (given) => {
      expect(listsOf(made(given))).toEqual(given);
    }),
  );
});

test("the lists that a number stands in are found", () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(9))), (given) => {
      const meant = Array.from({ length: 10 }, (_, number) =>
        [...given.keys()].filter((list) => given[list]?.includes(number)),
      );
      expect(listsOf(listsWith(made(given), 10))).toEqual(meant);
    }),
  );
});

test("lists that are replaced are others, and all others the same", () => {
  fc.assert(
    fc.property(lists, fc.dictionary(fc.nat(9).map(String), fc.array(fc.nat())), (given, other) => {
      const changed = new Map(
        Object.entries(other).map(([list, numbers]) => [Number(list), numbers]),
      );
      for (const list of changed.keys()) if (list >= given.length) changed.delete(list);
      const meant = given.map((numbers, list) => changed.get(list) ?? numbers);
      const replaced = replaceLists(made(given), changed);
      expect(replaced).toEqual(made(meant));
      expect(listsOf(replaced)).toEqual(meant);
    }),
  );
});
