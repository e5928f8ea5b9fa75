import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import type { AstroInlineConfig } from "astro";
import type { ArticleFiles } from "../site/files.ts";
import type { PagePlan } from "../site/page.ts";
import { rendererAdapter } from "./adapter.ts";
import { digestFiles, digestOf } from "./digest.ts";
import { OWN } from "./output.ts";
import { CACHE, PROJECT_ROOT } from "./places.ts";

/** What Astro built of the site: a function from a page's model to its bytes, and the files that pages link. */
export interface Renderer {
  /** Changes with the site's code, its settings and its packages. */
  digest: string;
  /** Module that exports `render`. */
  entry: string;
  /** Folder of scripts, styles, fonts and what `public/` holds. */
  assets: string;
}

export type Render = (pages: readonly PagePlan[], files: ArticleFiles) => Promise<Uint8Array[]>;

/** What the pages' code consists of. */
const CODE = ["src/", "public/", "astro.config.mjs", "package-lock.json", "tsconfig.json"];

/**
 * The renderer of the site as its code is now; built where no build before this one had the same code. `options` are the base path
 * and the address of the site, which are part of the code that Astro makes. Throws, and says where, if the code cannot be built.
 */
export async function openRenderer(options: { base: string; site: string }): Promise<Renderer> {
  const digest = digestOfCode(options);
  const folder = join(CACHE, "renderer", digest);
  if (!existsSync(folder)) {
    await buildRenderer(folder, options);
    // The code was edited meanwhile.
    if (!existsSync(folder)) return openRenderer(options);
  }
  return {
    digest,
    entry: pathToFileURL(join(folder, "server/entry.mjs")).href,
    assets: join(folder, "client"),
  };
}

function digestOfCode({ base, site }: { base: string; site: string }): string {
  return digestOf(JSON.stringify([digestFiles(PROJECT_ROOT, CODE), base, site]));
}

/** Astro's settings for a site whose pages are rendered one by one. It reads others from `astro.config.mjs`, which reads what the environment says. */
export function rendererConfig({ base, site }: { base: string; site: string }): AstroInlineConfig {
  process.env["KB_BASE"] = base;
  if (site !== "") process.env["KB_SITE"] = site;
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  return { root: PROJECT_ROOT, output: "server", adapter: rendererAdapter() };
}

const PROCESS = fileURLToPath(new URL("renderer-process.ts", import.meta.url));
const run = promisify(execFile);

/** Leaves no folder where the code was edited meanwhile: it would not be known of which code the renderer is. */
async function buildRenderer(folder: string, options: { base: string; site: string }) {
  const staged = `${folder}.${OWN}`;
  // At once, so that the process starts before this thread goes on with something long.
  mkdirSync(staged, { recursive: true });
  try {
    await run(process.execPath, [PROCESS, staged, options.base, options.site]).catch(refuse);
    if (digestOfCode(options) !== basename(folder)) return;
    await rename(staged, folder).catch((error: unknown) => {
      // Another build was quicker, and has made the same.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  await forgetOld(join(CACHE, "renderer"));
}

function refuse(error: unknown): never {
  const { stderr = "" } = error as { stderr?: string };
  // A process that was killed has said nothing.
  const said = stripVTControlCharacters(stderr).trim() || String(error);
  throw new Error(`the site's code cannot be built:\n${said}`);
}

/** Renderers that are kept: switching between branches, base paths or sites builds none anew. */
const KEPT = 6;

async function forgetOld(folder: string): Promise<void> {
  const names = await readdir(folder);
  const ages = await Promise.all(
    names.map(async (name) => ({ name, age: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of ages.sort((a, b) => b.age - a.age).slice(KEPT)) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
