import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { pathOf } from "../article/id.ts";
import { askThread } from "../thread.ts";
import { folderPlaces, lookAt } from "./folders.ts";
import { byArticle, compare, keepKnown, readKnown } from "./known.ts";
import { lookBeside, lookHere, type LookTask } from "./look.ts";
import type { Scanned } from "./scan.ts";

const folder = mkdtempSync(join(tmpdir(), "look-"));
afterAll(() => rmSync(folder, { recursive: true }));

const places = { content: folder, projectContent: join(folder, "none") };
const known = { file: join(folder, "known"), code: "code" };
const task: LookTask = { kind: "look", known, places };
const IDS = ["Q1000", "Q1001", "Q1002", "Q1003", "Q1004", "Q1005"];

/** Writes an article's file as long ago as tells that nobody is writing to it. */
function write(id: string, text: string): void {
  const path = join(folder, pathOf(id));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "index.md"), text);
  utimesSync(join(path, "index.md"), 1e9, 1e9);
}

const rested = () => new Promise((resolve) => setTimeout(resolve, 60));

async function scanned(): Promise<Scanned[]> {
  const all = await folderPlaces(places);
  return all.flatMap((place) => {
    const seen = lookAt(place);
    if (seen === undefined) return [];
    const { id, folder, names, stamp } = seen;
    return [{ id, folder, names, stamp, findings: [] }];
  });
}

test("a thread tells of the second half which articles are just as they were", async () => {
  for (const id of IDS) write(id, "text");
  await rested();
  const before = await scanned();
  await keepKnown(known, { digest: "", scanned: before, entries: Buffer.of() });
  write("Q1000", "another text");
  write("Q1004", "another text");
  await rested();

  const stamps = await lookHere(task);
  expect([...stamps.keys()]).toEqual(["Q1003", "Q1005"]);
  const module = new URL("./look-thread.ts", import.meta.url);
  expect(await askThread<LookTask, { look: typeof stamps }>(module, task)).toEqual(stamps);

  const { same, changed } = compare(await folderPlaces(places), byArticle(before), stamps);
  expect(same.map(({ id }) => id)).toEqual(["Q1001", "Q1002", "Q1003", "Q1005"]);
  expect(changed.map(({ id }) => id)).toEqual(["Q1000", "Q1004"]);
});

test("an article whose stamp is not the one that was kept is looked at again", async () => {
  const [was] = (await scanned()).filter(({ id }) => id === "Q1005");
  const before = byArticle(was ? [{ ...was, stamp: "of another build" }] : []);
  const all = await folderPlaces(places);
  const looked = new Map([["Q1005", was?.stamp ?? ""]]);
  expect(compare(all, before, looked).changed.map(({ id }) => id)).toContain("Q1005");
});

test("what other code read is not known, and few articles need no thread", async () => {
  expect(readKnown({ ...known, code: "other" }).scanned).toEqual([]);
  expect(await lookHere({ ...task, known: { ...known, code: "other" } })).toEqual(new Map());
  expect(await lookBeside(task)).toEqual(new Map());
});
