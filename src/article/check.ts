import type { Finding } from "./finding.ts";
import { groupOf, isArticleId, pathOf } from "./id.ts";
import { renderMarkdown } from "./render.ts";
import { SECTION_KEYS, type Article } from "./schema.ts";

/**
 * What is wrong with an article's Markdown: raw HTML, links that no page may have, links to articles that are not there.
 *
 * @param text the article file, to tell lines and columns in it
 * @param exists whether the content holds an article of that id
 */
export function checkMarkdown(
  article: Article,
  text: string,
  file: string,
  exists: (id: string) => boolean,
): Finding[] {
  const lines = text.split("\n");
  return partsOf(article, lines).flatMap((part) => {
    const { html, findings } = renderMarkdown(part.markdown, {
      titleOf: () => undefined,
      linkTo: () => undefined,
      file,
    });
    const dead = deadLinks(html, article.frontMatter.id, exists);
    return [
      ...findings.map((finding) => moved(finding, part)),
      ...dead.map((link) => deadLink(link, file, part, lines)),
    ];
  });
}

/** A stretch of Markdown, and where its first character stands in the file: lines and columns from 0. */
interface Part {
  markdown: string;
  line: number;
  column: number;
}

function partsOf({ frontMatter, body }: Article, lines: string[]): Part[] {
  const sections = SECTION_KEYS.flatMap((key): Part[] => {
    const markdown = frontMatter[key];
    const line = lines.findIndex((text) => text.startsWith(`${key}:`));
    return markdown === undefined ? [] : [sectionPart(markdown, lines, line)];
  });
  const first = body.split("\n")[0] ?? "";
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const bodyLine = lines.findIndex(
    (line, index) => index > end && line.trimEnd() === first.trimEnd(),
  );
  return body === "" ? sections : [...sections, { markdown: body, line: bodyLine, column: 0 }];
}

/** A section is a block scalar: it starts on the line after its key, indented; or it stands on the key's own line. */
function sectionPart(markdown: string, lines: string[], keyLine: number): Part {
  const keyText = lines[keyLine] ?? "";
  if (!/:\s*[|>]/.test(keyText)) {
    return { markdown, line: keyLine, column: /:\s*/.exec(keyText)?.[0].length ?? 0 };
  }
  const line = lines.findIndex((text, index) => index > keyLine && text.trim() !== "");
  return { markdown, line, column: /^ */.exec(lines[line] ?? "")?.[0].length ?? 0 };
}

function moved(finding: Finding, part: Part): Finding {
  const { file, line, column } = finding.place;
  return { ...finding, place: { file, line: line + part.line, column: column + part.column } };
}

/** Addresses in `html` that lead to an article's page that the site will not have. */
function deadLinks(html: string, id: string, exists: (id: string) => boolean): string[] {
  const page = new URL(`https://site.invalid/${pathOf(id)}/`);
  const hrefs = Array.from(html.matchAll(/ href="([^"]*)"/g), (match) => match[1] ?? "");
  return hrefs.filter((href) => {
    const target = URL.parse(href.replaceAll("&amp;", "&"), page);
    if (target === null || target.host !== page.host) return false;
    const linked = /\/kb\/\d+\/([A-Z]+\d+)\/?$/.exec(target.pathname)?.[1];
    return linked !== undefined && isArticleId(linked) && !exists(linked);
  });
}

function deadLink(href: string, file: string, part: Part, lines: string[]): Finding {
  const found = lines.findIndex((text, index) => index >= part.line && text.includes(href));
  const line = found < 0 ? part.line : found;
  const column = Math.max(0, (lines[line] ?? "").indexOf(href));
  return {
    ruleId: "article/dead-link",
    severity: "warning",
    place: { file, line: line + 1, column: column + 1 },
    reason: `Unexpected link to "${href}", expected one to an article that is there`,
    note: "Write the bare number instead: it becomes a link where the article exists.",
  };
}

/** The folder is the permalink, so its name has to be the id. */
export function checkPlace({ frontMatter }: Article, folder: string, file: string): Finding[] {
  if (frontMatter.id === folder) return [];
  return [
    {
      ruleId: "article/id-is-not-folder",
      severity: "error",
      place: { file, line: 2, column: 1 },
      reason: `Unexpected id "${frontMatter.id}", expected "${folder}", the name of its folder`,
      expected: folder,
      actual: frontMatter.id,
      note: `Change the id, or move the folder to kb/${groupOf(frontMatter.id)}/${frontMatter.id}.`,
    },
  ];
}
