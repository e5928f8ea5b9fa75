import { isArticleId } from "../article/id.ts";
import type { Finding } from "../article/finding.ts";
import { keyOf, OPENING } from "../article/sections.ts";
import { SECTION_KEYS, type Article, type FrontMatter } from "../article/schema.ts";
import type { Block } from "./blocks/block.ts";
import { readBlocks } from "./blocks/index.ts";
import { restoreLines } from "./archive-lines.ts";
import { dataOf } from "./data/index.ts";
import { decode } from "./decode.ts";
import { findingAt } from "./findings.ts";
import { firstText, isArchiveForm, isTextForm } from "./form.ts";
import { readFrame } from "./frame.ts";
import type { Header, SourceForm } from "./header.ts";
import { readArchiveHeader } from "./header-archive.ts";
import { readTextHeader } from "./header-text.ts";
import { withoutTabs, type Line } from "./line.ts";
import { inline } from "./markdown/inline.ts";
import { writeBlocks } from "./markdown/write.ts";
import { reportBlocks, type ReportedBlock } from "./report.ts";
import { readSections, type SourceSection } from "./sections.ts";
import { sentenceCase, smallWords } from "./title-case.ts";
import { readTrailer, type Trailer } from "./trailer.ts";
import { dateOf, listOf, phraseOf, versionsOf, wordsOf } from "./values.ts";

/** What a KB text turned out to be. Without an article, the findings say why. */
export interface ParsedKbText {
  article?: Article;
  form?: SourceForm;
  blocks: ReportedBlock[];
  findings: Finding[];
}

/** The longest line that is still taken for text, in characters. */
export const LONGEST_LINE = 4_000_000;

/**
 * KB text → article. Pure and deterministic; never throws; linear in the length of the input.
 *
 * @param bytes the file, in any of the three source forms; see `decode` for its encoding
 * @param file its name, for the findings
 */
export function parseKbText(bytes: Uint8Array, file: string): ParsedKbText {
  const unusable = notText(bytes, file);
  if (unusable !== undefined) return { blocks: [], findings: [unusable] };
  const { lines, findings } = decode(bytes, file);
  const refused = refusal(lines, file);
  if (refused !== undefined) return { blocks: [], findings: [...findings, refused] };
  const { header, rest } = isTextForm(lines) ? readTextHeader(lines) : readArchiveHeader(lines);
  const wrongId = idFinding(header, file);
  if (wrongId !== undefined) return { blocks: [], findings: [...findings, wrongId] };
  const parsed = readBody(header, rest, file);
  return { ...parsed, findings: [...findings, ...parsed.findings] };
}

// ---- what is no KB text --------------------------------------------------------------------------------------------

function notText(bytes: Uint8Array, file: string): Finding | undefined {
  if (bytes.every((byte) => byte <= 0x20)) {
    return findingAt(file, 1, "empty-file", "error", "Unexpected empty file, expected a KB text");
  }
  const zero = bytes.indexOf(0);
  if (zero < 0) return undefined;
  const line = bytes.subarray(0, zero).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  const column = zero - bytes.lastIndexOf(0x0a, zero);
  const reason = "Unexpected zero byte, expected text: this looks like a binary file";
  return findingAt(file, line, "binary-file", "error", reason, column);
}

function refusal(lines: Line[], file: string): Finding | undefined {
  const long = lines.find((line) => line.text.length > LONGEST_LINE);
  if (long !== undefined) {
    const reason = `Unexpected line of ${long.text.length} characters, expected at most ${LONGEST_LINE}`;
    return findingAt(file, long, "long-line", "error", reason, LONGEST_LINE + 1);
  }
  if (isTextForm(lines) || isArchiveForm(lines)) return undefined;
  const reason =
    "Unexpected start of the file, expected a header: `DOCUMENT:`, or `---` and `Article:`";
  return findingAt(file, firstText(lines) ?? 1, "no-header", "error", reason);
}

function idFinding(header: Header, file: string): Finding | undefined {
  if (isArticleId(header.id)) return undefined;
  const found =
    header.id === "" ? "Unexpected header without an id" : `Unexpected id “${header.id}”`;
  const reason = `${found}, expected capital letters and digits, such as Q100001`;
  return findingAt(file, header.idLine, "bad-id", "error", reason);
}

// ---- what is ------------------------------------------------------------------------------------------------------

function readBody(header: Header, lines: Line[], file: string): ParsedKbText {
  const frame = readFrame(lines);
  const trailing = readTrailer(frame.rest, file);
  const found = [...frame.before, ...trailing.before, ...gap(trailing.stray)];
  const form =
    header.form === "archive" && !frame.found && trailing.trailer === undefined
      ? "library"
      : header.form;
  const body = (form === "archive" ? restoreLines(found) : found).map(withoutTabs);
  const { sections, findings } = readSections(body, file);
  const fields = headerFields({ ...header, form }, trailing.trailer, file);
  const content = placeSections(sections, body);
  const frontMatter: FrontMatter = tidied({
    ...fields.frontMatter,
    appliesTo: frame.appliesTo,
    ...content.keyed,
    ...dataOf(content.read, header.id),
    order: content.order,
  });
  return {
    article: { frontMatter, body: content.body },
    form,
    blocks: content.blocks,
    findings: [...fields.findings, ...trailing.findings, ...findings],
  };
}

/** A blank line before stray text, so that it joins no paragraph. */
function gap(lines: Line[]): Line[] {
  const first = lines[0];
  return first === undefined ? [] : [{ text: "", number: first.number, indent: 0 }, ...lines];
}

/** Lists that are empty go; so does an order that is the usual one. */
function tidied(data: FrontMatter): FrontMatter {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const isEmpty =
      value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) result[key] = value;
  }
  return result as FrontMatter;
}

function headerFields(header: Header, trailer: Trailer | undefined, file: string) {
  const findings: Finding[] = [];
  const modified = dateOf(header.modified);
  if (modified === undefined) findings.push(dateFinding(header, file));
  const title = header.title.trim();
  if (title === "") {
    findings.push(
      findingAt(
        file,
        header.idLine,
        "no-title",
        "warning",
        "Unexpected header without a title; the id stands in for it",
      ),
    );
  }
  const library = header.form === "library";
  const frontMatter = {
    id: header.id,
    title: title === "" ? header.id : title,
    products: listOf(header.product, "|"),
    versions: versionsOf(longer(header.versions, trailer?.versions), library),
    operatingSystems: listOf(header.operatingSystems, "|"),
    keywords: wordsOf(trailer?.keywords || header.keywords),
    ...(modified === undefined ? {} : { modified }),
    technology: wordsOf(trailer?.technology),
    components: listOf(trailer?.components ?? "", ","),
    hardware: wordsOf(trailer?.hardware),
    issueType: trailer?.issueType ?? "",
    solutionType: trailer?.solutionType ?? "",
    queryWords: phraseOf(trailer?.queryWords),
    collection: header.collection,
  };
  return { frontMatter, findings };
}

/** The header cuts some values off; the trailer has them whole. */
function longer(one: string, other = ""): string {
  const bare = (value: string) => value.trim().replace(/^:\s*/, "");
  return bare(other).length > bare(one).length ? other : one;
}

function dateFinding(header: Header, file: string): Finding {
  const found =
    header.modified === ""
      ? "Unexpected header without a date"
      : `Unexpected date “${header.modified}”`;
  return findingAt(
    file,
    header.dateLine,
    "bad-date",
    "warning",
    `${found}, expected one such as 16-AUG-2002; the article has none`,
  );
}

interface Placed {
  /** The blocks of each section. */
  read: Block[][];
  keyed: Partial<FrontMatter>;
  order: string[];
  body: string;
  blocks: ReportedBlock[];
}

/** Sections with a key go to the front matter, the first of each; all others are `##` of the body. */
function placeSections(sections: SourceSection[], lines: Line[]): Placed {
  const keyed: Partial<FrontMatter> = {};
  const taken = new Set<string>(SECTION_KEYS);
  const body: string[] = [];
  const order: string[] = [];
  const reported: ReportedBlock[][] = [];
  const read: Block[][] = [];
  let words: ReadonlySet<string> | undefined;
  for (const section of sections) {
    if (section.lines.length === 0) {
      reported.push(headingRange(section, ""));
      continue;
    }
    const blocks = readBlocks(section.lines);
    const markdown = writeBlocks(blocks);
    read.push(blocks);
    const heading = sentenceCase(section.title, () => (words ??= smallWords(lines)));
    let name: string;
    if (section.key !== undefined && keyed[section.key] === undefined) {
      name = section.key;
      keyed[section.key] = markdown;
    } else if (section.title === "") {
      name = OPENING;
      body.push(markdown);
    } else {
      name = keyOf(heading, taken);
      body.push(`## ${inline(heading)}\n\n${markdown}`);
    }
    order.push(name);
    reported.push([...headingRange(section, name), ...reportBlocks(blocks, name)]);
  }
  return {
    read,
    keyed,
    order: isUsual(order) ? [] : order,
    body: body.join("\n\n"),
    blocks: reported.flat(),
  };
}

function headingRange(section: SourceSection, name: string): ReportedBlock[] {
  const [first, last] = [section.heading[0], section.heading.at(-1)];
  if (first === undefined || last === undefined) return [];
  const kind = first === last ? "question" : "heading";
  return [{ kind, section: name, firstLine: first.number, lastLine: last.number }];
}

/** Keys in their usual order, then the body. */
function isUsual(order: string[]): boolean {
  const ranks = order.map((name) => {
    const rank = (SECTION_KEYS as readonly string[]).indexOf(name);
    return rank < 0 ? SECTION_KEYS.length : rank;
  });
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
}
