import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { articleFolder, articleFolders, type ArticleFolder } from "../article/folders.ts";
import { isArticleId } from "../article/id.ts";
import { printBlocks } from "./check/blocks.ts";
import { checkContent } from "./check/content.ts";
import { EXIT, Misuse, parse, type Command, type ExitCode } from "./command.ts";
import { countFindings, FORMATS, formatFindings, hasErrors, type Format } from "./report.ts";
import { PROJECT_CONTENT } from "./site.ts";

const usage = `Usage: kb check [PATH…] [--content DIR] [--format text|json|github]
       kb check --blocks ID [--content DIR]

Checks articles and their scenarios: fields, Markdown, links, and the proof of each simulator against its article.
PATH is an article's folder, a file in it, an id, or a content folder; without one, everything is checked.

  --content DIR   the articles (default: content)
  --format FORM   text, json, or github (workflow commands) (default: text)
  --blocks ID     print the names of an article's blocks, for a scenario to quote: at: symptoms, block: event-1`;

export const command: Command = {
  summary: "schema, links, scenarios and proofs: all findings at once",
  usage,
  async run(args) {
    const { values, positionals } = parse(args, {
      content: { type: "string", default: "content" },
      format: { type: "string", default: "text" },
      blocks: { type: "string" },
    });
    const content = resolve(values.content);
    if (values.blocks !== undefined) return printBlocks(values.blocks, content);
    const format = formatOf(values.format);
    const folders = await chosen(positionals, content);
    return report(folders.length, await checkContent(folders, content), format);
  },
};

function report(
  articles: number,
  findings: Awaited<ReturnType<typeof checkContent>>,
  format: Format,
): ExitCode {
  const told = formatFindings(findings, format);
  if (told !== "") console.log(told);
  if (format === "text") {
    console.log(
      `${articles} ${articles === 1 ? "article" : "articles"}: ${countFindings(findings)}`,
    );
  }
  return hasErrors(findings) ? EXIT.contentErrors : EXIT.done;
}

function formatOf(text: string): Format {
  const format = FORMATS.find((name) => name === text);
  if (format === undefined) {
    throw new Misuse(`--format "${text}" is unknown: expected ${FORMATS.join(", ")}.`);
  }
  return format;
}

/** The folders that the words of the command line name. */
async function chosen(paths: string[], content: string): Promise<ArticleFolder[]> {
  if (paths.length === 0) return articleFolders(content, PROJECT_CONTENT);
  const lists = await Promise.all(paths.map((path) => foldersAt(path, content)));
  return lists.flat();
}

async function foldersAt(path: string, content: string): Promise<ArticleFolder[]> {
  if (isArticleId(path)) return [required(articleFolder(content, path, PROJECT_CONTENT), path)];
  if (!existsSync(path)) throw new Misuse(`there is nothing at "${path}".`);
  if (existsSync(join(path, "kb"))) return articleFolders(resolve(path), PROJECT_CONTENT);
  const folder = resolve(existsSync(join(path, "index.md")) ? path : dirname(path));
  const root = dirname(dirname(dirname(folder)));
  return [required(articleFolder(root, basename(folder), PROJECT_CONTENT), path)];
}

function required(folder: ArticleFolder | undefined, path: string): ArticleFolder {
  if (folder === undefined) {
    throw new Misuse(`"${path}" is no article: expected a folder such as content/kb/298/Q298836.`);
  }
  return folder;
}
