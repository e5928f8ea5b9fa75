import { basename, join } from "node:path";
import { digest, isSealed, sealArticle } from "../../article/file.ts";
import type { Finding } from "../../article/finding.ts";
import { pathOf } from "../../article/id.ts";
import type { Article } from "../../article/schema.ts";
import { identify } from "../../kbtext/identify.ts";
import { parseKbText, type ParsedKbText } from "../../kbtext/parse.ts";
import { cannotRead, STDIN } from "./discover.ts";
import type { Disk } from "./disk.ts";

/** What became of one source file. */
export type Status =
  "imported" | "updated" | "unchanged" | "kept" | "duplicate" | "conflict" | "failed";

export interface Options {
  /** The content folder. */
  content: string;
  dryRun: boolean;
  /** Replace articles that were edited by hand. */
  force: boolean;
  /** Keep each article's source beside it, as `source.txt`. */
  keepSource: boolean;
  /** Give each block's kind and lines with the result. */
  blocks: boolean;
}

/** One line of the report. */
export interface Result {
  file: string;
  status: Status;
  id?: string;
  form?: string;
  /** The article file. */
  article?: string;
  findings: Finding[];
  blocks?: ParsedKbText["blocks"];
}

/** A source's id and its precedence, or the finding that says why there is none. */
export type Identity = { id: string; rank: number } | { finding: Finding };

export function identifyFile(file: string, disk: Disk): Identity {
  try {
    return identify(disk.read(file));
  } catch (error) {
    return { finding: cannotRead(nameOf(file), error as Error) };
  }
}

/** Imports the sources of one id: the first becomes the article, the others are compared with it. */
export function importSources(files: readonly string[], options: Options, disk: Disk): Result[] {
  let chosen: { file: string; article: Article } | undefined;
  return files.map((file) => {
    const source = readSource(file, disk);
    if ("status" in source) return source;
    const { parsed, bytes } = source;
    if (chosen !== undefined) return compared(file, parsed, chosen, options);
    chosen = { file, article: parsed.article };
    return place(file, bytes, parsed, options, disk);
  });
}

interface Source {
  bytes: Uint8Array;
  parsed: ParsedKbText & { article: Article };
}

function readSource(file: string, disk: Disk): Source | Result {
  let bytes: Uint8Array;
  try {
    bytes = disk.read(file);
  } catch (error) {
    return { file, status: "failed", findings: [cannotRead(nameOf(file), error as Error)] };
  }
  const parsed = parseKbText(bytes, nameOf(file));
  const { article, findings } = parsed;
  return article === undefined
    ? { file, status: "failed", findings }
    : { bytes, parsed: { ...parsed, article } };
}

function nameOf(file: string): string {
  return file === STDIN ? "stdin" : file;
}

/** Puts the article where it belongs, unless somebody has edited what stands there. */
function place(
  file: string,
  bytes: Uint8Array,
  parsed: Source["parsed"],
  options: Options,
  disk: Disk,
): Result {
  const { article } = parsed;
  const folder = join(options.content, pathOf(article.frontMatter.id));
  const target = join(folder, "index.md");
  const result = { ...described(file, parsed, options), article: target };
  const text = sealArticle(withSource(article, file, bytes, parsed.form));
  try {
    const writes = !options.dryRun;
    // A folder that is made here holds no article yet, and need not be looked into.
    const isNew = writes && disk.makeFolder(folder);
    const there = isNew ? undefined : disk.readIfThere(target);
    const status = statusOf(text, there, options.force);
    if (writes && (status === "imported" || status === "updated")) disk.write(target, text);
    if (writes && status !== "kept" && options.keepSource)
      writeSource(join(folder, "source.txt"), bytes, disk);
    return status === "kept"
      ? { ...result, status, findings: [...result.findings, edited(target)] }
      : { ...result, status };
  } catch (error) {
    return {
      ...result,
      status: "failed",
      findings: [...result.findings, cannotWrite(target, error as Error)],
    };
  }
}

function described(file: string, parsed: ParsedKbText, options: Options) {
  return {
    file,
    ...(parsed.article === undefined ? {} : { id: parsed.article.frontMatter.id }),
    ...(parsed.form === undefined ? {} : { form: parsed.form }),
    findings: parsed.findings,
    ...(options.blocks ? { blocks: parsed.blocks } : {}),
  };
}

function withSource(
  article: Article,
  file: string,
  bytes: Uint8Array,
  form: ParsedKbText["form"],
): Article {
  const source = {
    form: form ?? "text",
    file: basename(nameOf(file)),
    sha256: digest(bytes),
    written: "",
  };
  return { ...article, frontMatter: { ...article.frontMatter, source } };
}

function statusOf(text: string, there: Uint8Array | undefined, force: boolean): Status {
  if (there === undefined) return "imported";
  const before = Buffer.from(there).toString("utf8");
  if (before === text) return "unchanged";
  return isSealed(before) || force ? "updated" : "kept";
}

function writeSource(path: string, bytes: Uint8Array, disk: Disk): void {
  const there = disk.readIfThere(path);
  if (there === undefined || Buffer.compare(there, bytes) !== 0) disk.write(path, bytes);
}

/** Another source of an article that is there already: the same, or a different one. */
function compared(
  file: string,
  parsed: Source["parsed"],
  chosen: { file: string; article: Article },
  options: Options,
): Result {
  const same = comparable(parsed.article) === comparable(chosen.article);
  const finding: Finding = {
    ruleId: same ? "import/duplicate" : "import/conflict",
    severity: same ? "info" : "warning",
    place: { file: nameOf(file), line: 1, column: 1 },
    reason: same
      ? `The same article is imported from ${nameOf(chosen.file)}`
      : `Unexpected other text for ${parsed.article.frontMatter.id}, which is imported from ${nameOf(chosen.file)}; this file is left out`,
  };
  const result = described(file, parsed, options);
  return {
    ...result,
    status: same ? "duplicate" : "conflict",
    findings: [...result.findings, finding],
  };
}

/** What makes an article, without what only form 1 says of it. */
function comparable({ frontMatter, body }: Article): string {
  const keys = Object.keys(frontMatter)
    .filter((key) => key !== "collection" && key !== "source")
    .sort();
  return JSON.stringify([
    keys.map((key) => [key, frontMatter[key as keyof typeof frontMatter]]),
    body,
  ]);
}

function edited(file: string): Finding {
  return {
    ruleId: "import/edited",
    severity: "warning",
    place: { file, line: 1, column: 1 },
    reason: "Unexpected edits since this article was imported; it is kept as it is",
    note: "Run the import with --force to replace it.",
  };
}

function cannotWrite(file: string, error: Error): Finding {
  return {
    ruleId: "import/cannot-write",
    severity: "error",
    place: { file, line: 1, column: 1 },
    reason: `Cannot write the file: ${error.message}`,
  };
}
