import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FolderFiles } from "../src/build/folder-files.ts";
import { openRenderer, type Render } from "../src/build/renderer.ts";
import { readEntry } from "../src/build/entry-json.ts";
import { findFolder } from "../src/build/folders.ts";
import { scanFolder } from "../src/build/scan.ts";
import { openArchive } from "../src/site/archive.ts";
import { planSite } from "../src/site/plan.ts";
import { templateOf } from "../src/site/templates.ts";

const CONTENT = fileURLToPath(new URL("../content", import.meta.url));
const PLACES = { content: CONTENT, projectContent: CONTENT };

test("pages rendered at once have the bytes of pages rendered one by one", async () => {
  const files = new FolderFiles();
  files.places = PLACES;
  const pages = [...planSite(openArchive(entriesWithoutSimulators()))].filter(templateOf);
  const { entry } = await openRenderer({ base: "/", site: "" });
  const { render } = (await import(entry)) as { render: Render };

  const together = await render(pages, files);

  expect(new Set(pages.map(templateOf))).toEqual(new Set(["article", "value"]));
  expect(together.length).toBeGreaterThan(10);
  for (const [index, page] of pages.entries()) {
    const [alone] = await render([page], files);
    expect(textOf(together[index])).toBe(textOf(alone));
  }
});

/** Those of the project's own articles; where there is no simulator, there is a replay. */
function entriesWithoutSimulators() {
  const paths = readdirSync(join(CONTENT, "kb"), { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith("index.md"))
    .flatMap((path) => findFolder(PLACES, basename(join(path, ".."))) ?? [])
    .map((folder) => scanFolder(PLACES, { ...folder, scenario: undefined }).entry)
    .filter((entry) => entry !== undefined)
    .map(readEntry);
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
