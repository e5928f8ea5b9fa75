import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { articleFolder, articleFolders } from "./folders.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "folders-"));
});
afterEach(() => rm(root, { recursive: true }));

async function put(...path: string[]): Promise<string> {
  const file = join(root, ...path);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, "");
  return file;
}

test("articles are the folders that hold an index.md, in order", async () => {
  await put("kb/298/Q298836/index.md");
  await put("kb/082/Q82374/index.md");
  await put("kb/082/Q82375/notes.md");
  await put("kb/082/drafts/index.md");
  expect((await articleFolders(root)).map(({ id }) => id)).toEqual(["Q82374", "Q298836"]);
});

test("a content folder that is not there has no articles", async () => {
  expect(await articleFolders(join(root, "nowhere"))).toEqual([]);
  expect(articleFolder(root, "Q1")).toBeUndefined();
});

test("an article's own scenario goes before the project's", async () => {
  await put("archive/kb/001/Q1000/index.md");
  await put("archive/kb/001/Q1001/index.md");
  const own = await put("archive/kb/001/Q1000/simulator.yaml");
  await put("project/kb/001/Q1000/simulator.yaml");
  const ours = await put("project/kb/001/Q1001/simulator.yaml");
  const folders = await articleFolders(join(root, "archive"), join(root, "project"));
  expect(folders.map(({ scenario }) => scenario)).toEqual([own, ours]);
});
