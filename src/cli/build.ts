import { rm } from "node:fs/promises";
import { relative } from "node:path";
import { buildSearchIndex } from "../search/build.ts";
import { checkContent } from "./check/content.ts";
import { EXIT, parse, type Command, type ExitCode } from "./command.ts";
import { articleFolders } from "../article/folders.ts";
import { countFindings, formatFindings, hasErrors } from "./report.ts";
import {
  passToAstro,
  PROJECT_CONTENT,
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
    return build(siteOptions(parse(args, SITE_OPTIONS).values));
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
  await timed("pages", () => buildPages(options));
  await timed("search", () => buildSearch(options));
  console.log(`built in ${relative(process.cwd(), options.out) || "."}`);
  return EXIT.done;
}

async function buildPages(options: SiteOptions): Promise<Told<void>> {
  await rm(options.out, { recursive: true, force: true });
  const config = passToAstro(options);
  const { build: astroBuild } = await import("astro");
  await astroBuild({ ...config, logLevel: "warn" });
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
