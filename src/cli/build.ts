import { relative } from "node:path";
import { buildSite, type BuildResult } from "../build/build.ts";
import type { BuildOptions } from "../build/options.ts";
import { TooManyFiles } from "../build/limits.ts";
import { selectionOf } from "../build/select.ts";
import { parseShard, type Shard } from "../build/shards.ts";
import { refuseToReplace } from "./build/out-folder.ts";
import { stageReporter } from "./build/stages.ts";
import { EXIT, Misuse, parse, type Command, type ExitCode } from "./command.ts";
import { inShownPlaces } from "./shown.ts";
import { formatFindings, hasErrors } from "./report.ts";
import { PROJECT_CONTENT, siteOptions, SITE_OPTIONS, SITE_USAGE } from "./site.ts";

const usage = `Usage: kb build [--content DIR] [--out DIR] [--base /path/] [--site URL] [--select WHICH] [--shard I/N]
                [--no-search] [--force] [--reindex] [--why]

Checks the content, then builds its pages and the search index into a folder that any static host can serve. What a
build before it left there is kept where it is still right.

${SITE_USAGE}
  --select WHICH  only the articles of a product, or of a range of ids such as Q100000-Q199999; can be given more than once
  --shard I/N     one of N parts of the site, for "kb merge" to put together
  --max-files N   build nothing where the site would have more files than that, and say how much would fit
  --no-search     pages alone; an index that lies there and no longer fits them is removed
  --force         build everything again
  --reindex       index all pages again, so that the search index has the bytes of a first build's
  --why           say of each page that is built what changed`;

export const command: Command = {
  summary: "pages and search index into a folder of static files",
  usage,
  async run(args) {
    const { values } = parse(args, {
      ...SITE_OPTIONS,
      "no-search": { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      reindex: { type: "boolean", default: false },
      why: { type: "boolean", default: false },
      select: { type: "string", multiple: true, default: [] },
      shard: { type: "string" },
      "max-files": { type: "string" },
    });
    const { content, ...options } = siteOptions(values);
    await refuseToReplace(options.out);
    const places = { content, projectContent: PROJECT_CONTENT };
    return buildAndReport(
      {
        ...options,
        places,
        force: values.force,
        search: !values["no-search"],
        reindex: values.reindex,
        select: selectionOf(values.select),
        ...shardOption(values.shard),
        ...maxFilesOption(values["max-files"]),
      },
      values.why,
    );
  },
};

async function buildAndReport(options: BuildOptions, why: boolean): Promise<ExitCode> {
  try {
    const result = await buildSite(options, stageReporter(process.stderr));
    return report(result, options.out, why);
  } catch (error) {
    if (!(error instanceof TooManyFiles)) throw error;
    console.error(`kb build: ${error.message}`);
    return EXIT.misuse;
  }
}

function report({ findings, built }: BuildResult, out: string, why: boolean): ExitCode {
  const told = inShownPlaces(findings.filter(({ severity }) => severity !== "info"));
  if (told.length > 0) console.error(formatFindings(told, "text"));
  if (built === undefined || hasErrors(findings)) {
    console.error("kb build: nothing was built, because the content has errors.");
    return EXIT.contentErrors;
  }
  if (why) {
    for (const change of built.changes) console.log(`${change.address}  ${change.why.join(", ")}`);
    for (const address of built.removed) console.log(`${address}  removed`);
  }
  console.log(`built in ${relative(process.cwd(), out) || "."}`);
  return EXIT.done;
}

function shardOption(text: string | undefined): { shard?: Shard } {
  if (text === undefined) return {};
  const shard = parseShard(text);
  if (shard === undefined) {
    throw new Misuse(`--shard "${text}" is no part of a site: expected one such as "2/4".`);
  }
  return { shard };
}

function maxFilesOption(text: string | undefined): { maxFiles?: number } {
  if (text === undefined) return {};
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new Misuse(`--max-files "${text}" is no number of files: expected one such as 20000.`);
  }
  return { maxFiles: Number(text) };
}
