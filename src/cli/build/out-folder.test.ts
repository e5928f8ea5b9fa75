import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { refuseToReplace } from "./out-folder.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "out-folder-"));
});
afterEach(() => rm(root, { recursive: true }));

async function folder(name: string, files: string[]): Promise<string> {
  await mkdir(join(root, name));
  for (const file of files) await writeFile(join(root, name, file), name);
  return join(root, name);
}

test("a built site may be built again, and so may an empty or missing folder", async () => {
  await refuseToReplace(await folder("site", ["404.html", "sitemap-index.xml", "index.html"]));
  await refuseToReplace(await folder("cut-short", [".kb-build", "index.html"]));
  await refuseToReplace(await folder("empty", []));
  await refuseToReplace(join(root, "nowhere"));
});

test("a folder of anything else may not", async () => {
  const notes = await folder("notes", ["index.html", "thesis.txt"]);
  await expect(refuseToReplace(notes)).rejects.toThrow("neither empty nor a built site");
});
