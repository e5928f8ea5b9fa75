import { hash } from "node:crypto";
import matter from "gray-matter";
import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { Document, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar } from "yaml";
import type { z } from "zod";
import type { Finding, Place } from "./finding.ts";
import {
  frontMatterSchema,
  isFrontMatter,
  SECTION_KEYS,
  type Article,
  type FrontMatter,
} from "./schema.ts";
import { readSimpleYaml } from "./simple-yaml.ts";
import { writeSimpleField, type Style, type Value } from "./simple-yaml-writer.ts";

/**
 * The article file, `index.md`: YAML front matter between `---` lines, then a Markdown body.
 *
 * Two YAML libraries share the work: `js-yaml` reads (it is four times faster), and `yaml` writes and, only when there is something to
 * report, tells where. Nearly all that is read and written is too simple to be left to them: see `simple-yaml.ts`, `simple-yaml-writer.ts`.
 */

/** What reading gave: an article where the file is one, and all that is wrong with it where not. */
export interface ReadResult {
  article?: Article;
  findings: Finding[];
}

/**
 * Reads an article file.
 *
 * @param text the file's text; a byte order mark and CRLF are accepted
 * @param file its name, for the findings
 */
export function readArticle(text: string, file: string): ReadResult {
  const frame = frameFinding(text, file);
  if (frame !== undefined) return { findings: [frame] };
  let parsed: { data: unknown; content: string };
  try {
    parsed = readSimple(text) ?? matter(text, MATTER_OPTIONS);
  } catch (error) {
    return { findings: yamlFindings(error as Error, text, file) };
  }
  const { data, content } = parsed;
  const checked = isFrontMatter(data)
    ? { success: true as const, data }
    : frontMatterSchema.safeParse(data);
  if (!checked.success) return { findings: schemaFindings(checked.error, text, file) };
  const frontMatter = tidyFrontMatter(checked.data);
  return { article: { frontMatter, body: tidy(content) }, findings: [] };
}

/** What gray-matter would give, where that is plain to see. */
function readSimple(text: string): { data: unknown; content: string } | undefined {
  const end = text.indexOf("\n---\n") + 1;
  const data = text.startsWith("---\n") ? readSimpleYaml(text.slice(4, end)) : undefined;
  return data && { data, content: text.slice(end + 4) };
}

/** Front matter is YAML and nothing else: no engine of gray-matter's that would run or guess. */
const MATTER_OPTIONS = {
  engines: {
    yaml: (source: string) => load(source, { schema: CORE_SCHEMA }) as object,
    json: refuse("JSON"),
    javascript: refuse("JavaScript"),
  },
};

function refuse(language: string) {
  return (): object => {
    throw new Error(`Unexpected front matter in ${language}, expected YAML`);
  };
}

/** Markdown in memory neither begins with blank lines nor ends in white space. */
function tidy(markdown: string): string {
  return markdown
    .replaceAll("\r\n", "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

function tidyFrontMatter(data: FrontMatter): FrontMatter {
  const result = data;
  for (const key of SECTION_KEYS) {
    const markdown = result[key];
    if (markdown !== undefined) result[key] = tidy(markdown);
  }
  return result;
}

// ---- writing -------------------------------------------------------------------------------------------------------

/** Lists of short words, written on one line: `[a, b]`. */
const ONE_LINE = new Set([
  "products",
  "versions",
  "operatingSystems",
  "keywords",
  "order",
  "technology",
  "hardware",
  "queryWords",
  "codes",
  "references",
  "fixedIn",
  "source",
]);

const KEY_ORDER = Object.keys(frontMatterSchema.shape);

/** The text of an article file: keys in the schema's order, empty lists left out, sections as block scalars. */
export function writeArticle(article: Article): string {
  const yaml = KEY_ORDER.map((key) => field(key, article.frontMatter[key as keyof FrontMatter]));
  const body = tidy(article.body);
  return `---\n${yaml.join("")}---\n${body === "" ? "" : `\n${body}\n`}`;
}

/** The lines of a field; empty where it has no value. */
function field(key: string, value: Value | undefined): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "";
  const style = SECTIONS.has(key) ? "block" : ONE_LINE.has(key) ? "oneLine" : undefined;
  const tidied = typeof value === "string" && style === "block" ? tidy(value) : value;
  return writeSimpleField(key, tidied, style) ?? writeField(key, tidied, style);
}

const SECTIONS = new Set<string>(SECTION_KEYS);

/** Any field, as the library writes it. */
export function writeField(key: string, value: Value, style: Style): string {
  const document = new Document({}, { version: "1.2", schema: "core" });
  const node = style === "block" ? blockScalar(value as string) : document.createNode(value);
  if ((isSeq(node) || isMap(node)) && style === "oneLine") node.flow = true;
  document.set(key, node);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function blockScalar(markdown: string): Scalar<string> {
  const node = new Scalar(`${markdown}\n`);
  node.type = Scalar.BLOCK_LITERAL;
  return node;
}

// ---- the seal: was this file touched since import wrote it? ---------------------------------------------------------

/** The field that holds the value of `source.written`, up to that. */
const WRITTEN = /^(source: .*\bwritten: )(?:"[^"\n]*"|[0-9a-f]*)/;

/** `writeArticle` with `source.written` filled in: the SHA-256 of the file's text with that value empty. */
export function sealArticle(article: Article): string {
  const { source } = article.frontMatter;
  if (source === undefined) throw new TypeError("Only an article with a source can be sealed");
  const unsealed = { ...article.frontMatter, source: { ...source, written: "" } };
  return sealText(writeArticle({ ...article, frontMatter: unsealed }));
}

/** An article file's text with `source.written` as import would have written it. */
export function sealText(text: string): string {
  const start = text.indexOf("\nsource: ") + 1;
  const [written = "", before = ""] = WRITTEN.exec(lineAt(text, start)) ?? [];
  if (written === "") return text;
  const [above, below] = [text.slice(0, start) + before, text.slice(start + written.length)];
  return `${above}"${digest(`${above}""${below}`)}"${below}`;
}

function lineAt(text: string, start: number): string {
  return text.slice(start, text.indexOf("\n", start));
}

/** The seal of a file's text that is just as `sealArticle` wrote it: no other text has it. Absent where somebody touched the text since. */
export function sealOf(text: string): string | undefined {
  const start = text.indexOf("\nsource: ") + 1;
  const line = lineAt(text, start);
  const before = /^source: .*\bwritten: "(?=[0-9a-f]{64}")/.exec(line)?.[0];
  if (before === undefined) return undefined;
  const at = start + before.length;
  const seal = text.slice(at, at + 64);
  return seal === digest(text.slice(0, at) + text.slice(at + 64)) ? seal : undefined;
}

export function isSealed(text: string): boolean {
  return sealOf(text) !== undefined;
}

/** SHA-256 of a text in UTF-8, or of bytes, in lower-case hex. */
export function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}

// ---- findings ------------------------------------------------------------------------------------------------------

/** Says what is wrong with the `---` lines: gray-matter would take such a file without a word. */
function frameFinding(text: string, file: string): Finding | undefined {
  if (!/^\uFEFF?---(?!-)/.test(text)) {
    return {
      ruleId: "article/no-front-matter",
      severity: "error",
      place: { file, line: 1, column: 1 },
      reason: "Unexpected start of the file, expected front matter between two lines of `---`",
      note: "Begin the file with `---`, the fields, and `---`; `kb new` writes such a file.",
    };
  }
  const close = /\n---[^\n]*/.exec(text);
  if (close !== null && close[0].trimEnd() === "\n---") return undefined;
  const offset = close === null ? text.length : close.index + 1;
  return {
    ruleId: "article/open-front-matter",
    severity: "error",
    place: placeAt(text, offset, file),
    reason: `Unexpected ${close === null ? "end of the file" : "text after `---`"}, expected a line of \`---\` that ends the front matter`,
  };
}

function yamlFindings(error: Error, text: string, file: string): Finding[] {
  if (!(error instanceof YAMLException)) {
    return [
      {
        ruleId: "article/not-yaml",
        severity: "error",
        place: { file, line: 1, column: 4 },
        reason: error.message.split("\n")[0] ?? "",
        note: "Write the front matter in YAML and let the file begin with `---` alone.",
      },
    ];
  }
  const { document, start } = locate(text);
  if (document.errors.length === 0) {
    const mark = error.mark as { line: number; column: number } | undefined;
    const place = { file, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
    return [yamlFinding(place, error.reason)];
  }
  return document.errors.map((problem) =>
    yamlFinding(placeAt(text, start + problem.pos[0], file), problem.message),
  );
}

function yamlFinding(place: Place, reason: string): Finding {
  return { ruleId: "article/yaml", severity: "error", place, reason: firstSentence(reason) };
}

function firstSentence(reason: string): string {
  return (reason.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
}

function schemaFindings(error: z.ZodError, text: string, file: string): Finding[] {
  const { document, start } = locate(text);
  return error.issues.flatMap((issue) => {
    const paths =
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path];
    return paths.map((path) => ({
      ruleId: "article/schema",
      severity: "error" as const,
      place: placeAt(text, start + offsetOf(document, path), file),
      reason: `Unexpected \`${path.join(".")}\`: ${reasonOf(issue)}`,
      note: "See docs/article-file.md for the fields and what they hold.",
    }));
  });
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === "unrecognized_keys" ? "no field has this name" : issue.message;
}

/** The front matter as nodes that know their offsets, and where in the file it starts. */
function locate(text: string) {
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n---", start - 1);
  const document = parseDocument(text.slice(start, end < 0 ? undefined : end + 1), {
    schema: "core",
    prettyErrors: false,
  });
  return { document, start };
}

/** Where the deepest part of `path` that exists stands: a key for a field, the value for a list's entry. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === part);
      if (pair === undefined) break;
      offset = (pair.key as Scalar).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === "number") {
      node = node.items[part];
      offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function placeAt(text: string, offset: number, file: string): Place {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    lines.addNewLine(at + 1);
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}
