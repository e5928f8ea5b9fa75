import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { articleFolders } from "../article/folders.ts";
import { buildSearchIndex } from "../search/build.ts";
import { checkContent } from "./check/content.ts";
import { EXIT, parse, type Command, type ExitCode } from "./command.ts";
import { publish, refuseToReplace } from "./publish.ts";
import { countFindings, formatFindings, hasErrors } from "./report.ts";
import {
  passToAstro,
  PROJECT_CONTENT,
  PROJECT_ROOT,
  siteOptions,
  SITE_OPTIONS,
  SITE_USAGE,
  type SiteOptions,
} from "./site.ts";

const usage = `Usage: kb build [--content DIR] [--out DIR] [--base /path/] [--site URL]

Checks the content, then builds its pages and the search index into a folder that any static host can serve.

${SITE_USAGE}`;

export const command: Command = {
  summary: "pages and search index into a folder of static files",
  usage,
  async run(args) {
    const options = siteOptions(parse(args, SITE_OPTIONS).values);
    await refuseToReplace(options.out);
    return build(options);
  },
};

async function build(options: SiteOptions): Promise<ExitCode> {
  const folders = await timed("content", async () => {
    const found = await articleFolders(options.content, PROJECT_CONTENT);
    return { value: found, told: `${found.length} ${found.length === 1 ? "article" : "articles"}` };
  });
  const findings = await timed("check", async () => {
    const found = await checkContent(folders, options.content);
    return { value: found, told: countFindings(found) };
  });
  const shown = findings.filter((finding) => finding.severity !== "info");
  if (shown.length > 0) console.error(formatFindings(shown, "text"));
  if (hasErrors(findings)) {
    console.error("kb build: nothing was built, because the content has errors.");
    return EXIT.contentErrors;
  }
  const staged = { ...options, out: join(PROJECT_ROOT, ".astro", `build-${process.pid}`) };
  try {
    await timed("pages", () => buildPages(staged));
    await timed("search", () => buildSearch(staged));
    await publish(staged.out, options.out);
  } finally {
    await rm(staged.out, { recursive: true, force: true });
  }
  console.log(`built in ${relative(process.cwd(), options.out) || "."}`);
  return EXIT.done;
}

/**
 * Astro puts its intermediate modules beside the output, or in the working folder, and they have to find the project's
 * packages from there: so it runs in the project's folder, and writes to a folder of this build's own.
 */
async function buildPages(options: SiteOptions): Promise<Told<void>> {
  const folder = process.cwd();
  const config = passToAstro(options);
  const { build: astroBuild } = await import("astro");
  process.chdir(PROJECT_ROOT);
  try {
    await astroBuild({ ...config, logLevel: "warn" });
  } finally {
    process.chdir(folder);
  }
  return { value: undefined, told: "written" };
}

async function buildSearch(options: SiteOptions): Promise<Told<void>> {
  const index = await buildSearchIndex({ outDir: options.out, base: options.base });
  return {
    value: undefined,
    told: `${index.pages} pages in ${index.files} files, ${Math.ceil(index.bytes / 1024)} KB`,
  };
}

interface Told<T> {
  value: T;
  told: string;
}

/** Runs one stage, then prints its name, what it tells and how long it took. */
async function timed<T>(stage: string, run: () => Promise<Told<T>>): Promise<T> {
  const start = performance.now();
  const { value, told } = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${stage.padEnd(8)} ${seconds.padStart(6)} s  ${told}`);
  return value;
}
