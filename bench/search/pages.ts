import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readArticle } from "../../src/article/file.ts";
import { pathOf } from "../../src/article/id.ts";
import { escapeAttribute, escapeHtml } from "../../src/article/html.ts";
import { renderMarkdown } from "../../src/article/render.ts";
import { freeId, slug } from "../../src/article/render-headings.ts";
import type { Article } from "../../src/article/schema.ts";
import { sectionsOf } from "../../src/article/sections.ts";

/** Article pages with the marks that search reads and nothing else: the site's own take minutes to build, and say no more. */
export async function writePages(content: string, site: string): Promise<number> {
  let pages = 0;
  for await (const path of glob("kb/*/*/index.md", { cwd: content })) {
    const { article } = readArticle(await readFile(join(content, path), "utf8"), path);
    if (article === undefined) continue;
    const file = join(site, pathOf(article.frontMatter.id), "index.html");
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, pageHtml(article));
    pages++;
  }
  return pages;
}

const PLAIN = { titleOf: () => undefined, linkTo: () => undefined };

function pageHtml(article: Article): string {
  const { frontMatter: front } = article;
  const taken = new Set<string>();
  const sections = sectionsOf(article).map(({ heading, markdown }) => {
    const head =
      heading === "" ? "" : `<h2 id="${freeId(slug(heading), taken)}">${escapeHtml(heading)}</h2>`;
    return head + renderMarkdown(markdown, { ...PLAIN, takenIds: taken }).html;
  });
  const fields = {
    product: front.products,
    version: front.versions,
    operatingSystem: front.operatingSystems,
    modified: front.modified === undefined ? [] : [front.modified],
    issueType: front.issueType?.split(/[\s,]+/),
    keyword: front.keywords,
    queryWords: front.queryWords,
  };
  return `<!doctype html><html lang="en"><body><main id="article" data-kb-id="${front.id}">
<h1>${escapeHtml(front.title)}</h1>
<ul data-field="appliesTo">${(front.appliesTo ?? []).map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>
${sections.join("\n")}
${Object.entries(fields)
  .map(([name, values]) => field(name, values ?? []))
  .join("\n")}
</main></body></html>`;
}

function field(name: string, values: readonly string[]): string {
  const marked = values.map(
    (value) => `<span data-value="${escapeAttribute(value)}">${escapeHtml(value)}</span>`,
  );
  return `<div data-field="${name}">${marked.join(" ")}</div>`;
}
