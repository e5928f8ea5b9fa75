import { readFileSync } from "node:fs";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { markdownToHtml } from "satteri";
import { unified } from "unified";
import { SECTION_KEYS, type Article } from "../../src/article/schema.ts";
import { parseKbText } from "../../src/kbtext/parse.ts";

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);

/** Files whose article remark and Sätteri do not read alike: there, text was taken for markup by one of them. */
export function compareRenderers(files: readonly string[]): {
  compared: number;
  different: string[];
} {
  let compared = 0;
  const different: string[] = [];
  for (const file of files) {
    const { article } = parseKbText(readFileSync(file), file);
    if (article === undefined) continue;
    compared++;
    if (markdownOf(article).some((markdown) => byRemark(markdown) !== bySatteri(markdown)))
      different.push(file);
  }
  return { compared, different };
}

function markdownOf({ frontMatter, body }: Article): string[] {
  return [...SECTION_KEYS.map((key) => frontMatter[key] ?? ""), body].filter(
    (markdown) => markdown !== "",
  );
}

function byRemark(markdown: string): string {
  return normal(String(remark.processSync(markdown)));
}

function bySatteri(markdown: string): string {
  const result = markdownToHtml(markdown, { features: { frontmatter: false } });
  if (result instanceof Promise) throw new TypeError("nothing here waits");
  return normal(result.html);
}

/** The same HTML in one spelling: character references, white space between tags, the alignment of cells. */
function normal(html: string): string {
  return html
    .replace(/&#x3C;/gi, "&lt;")
    .replace(/&#x26;/gi, "&amp;")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replace(/ align="\w+"| style="[^"]*"/g, "")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}
