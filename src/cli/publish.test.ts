import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publish, refuseToReplace } from "./publish.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "publish-"));
});
afterEach(() => rm(root, { recursive: true }));

async function folder(name: string, files: string[]): Promise<string> {
  await mkdir(join(root, name));
  for (const file of files) await writeFile(join(root, name, file), name);
  return join(root, name);
}

test("a built site may be replaced, and so may an empty or missing folder", async () => {
  await refuseToReplace(await folder("site", ["404.html", "sitemap-index.xml", "index.html"]));
  await refuseToReplace(await folder("empty", []));
  await refuseToReplace(join(root, "nowhere"));
});

test("a folder of anything else may not", async () => {
  const notes = await folder("notes", ["index.html", "thesis.txt"]);
  await expect(refuseToReplace(notes)).rejects.toThrow("neither empty nor a built site");
});

test("publishing leaves nothing of the former site, and nothing beside it", async () => {
  const out = await folder("out", ["old.html"]);
  await publish(await folder("staged", ["new.html"]), out);
  expect(await readdir(out)).toEqual(["new.html"]);
  expect(await readFile(join(out, "new.html"), "utf8")).toBe("staged");
  expect(await readdir(root)).toEqual(["out"]);
});
