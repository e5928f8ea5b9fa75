import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FolderFiles } from "../src/build/folder-files.ts";
import type * as RenderEntry from "../src/build/render-entry.ts";
import { openRenderer } from "../src/build/renderer.ts";
import { readEntry } from "../src/build/entry-json.ts";
import { findFolder } from "../src/build/folders.ts";
import { scanFolder } from "../src/build/scan.ts";
import { openArchive } from "../src/site/archive.ts";
import { planSite } from "../src/site/plan.ts";
import { templateOf } from "../src/site/templates.ts";

const CONTENT = fileURLToPath(new URL("../content", import.meta.url));
const PLACES = { content: CONTENT, projectContent: CONTENT };

test("pages that are put into a frame have the bytes of pages that Astro renders whole", async () => {
  const files = new FolderFiles();
  files.places = PLACES;
  const pages = [...planSite(openArchive(entriesWithoutSimulators()))].filter(templateOf);
  const { entry } = await openRenderer({ base: "/", site: "" });
  const { render, renderWhole } = (await import(entry)) as typeof RenderEntry;

  const framed = await render(pages, files);

  expect(new Set(pages.map(templateOf))).toEqual(new Set(["article", "value"]));
  expect(framed.length).toBeGreaterThan(10);
  for (const [index, { address, model }] of pages.entries()) {
    const whole = await renderWhole(address, { model, files });
    expect(textOf(framed[index])).toBe(textOf(whole));
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
