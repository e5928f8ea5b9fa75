import { markdownToHtml, type MdastPluginDefinition } from "satteri";
import type { Finding } from "./finding.ts";

/** Tells of one thing found at a node. */
export type Report = (
  found: Pick<Finding, "ruleId" | "reason" | "note">,
  at: { line: number; column: number } | undefined,
) => void;

/** Markdown is all there is in an article: front matter has been read before. */
export const FEATURES = { frontmatter: false };

/**
 * Markdown as HTML in which every tag is Sätteri's own: raw HTML is text, and links that could run something are their text.
 * A `<` begins a tag, and a `>` ends one.
 */
export function safeHtml(markdown: string, report: Report = () => undefined): string {
  const mdastPlugins = [
    MAY_BE_HTML.test(markdown) && rawHtml(report),
    MAY_LINK.test(markdown) && links(report),
  ];
  const result = markdownToHtml(markdown, { features: FEATURES, mdastPlugins });
  // The type allows for plugins that wait; these do not.
  if (result instanceof Promise) throw new TypeError("a plugin returned a promise");
  const html = withAlignment(result.html);
  return VALUE_WITH_TAG.test(html) ? html.replace(TAG, escapeValues) : html;
}

/** What may be a value with a `<` or `>` in it, which Sätteri leaves there: a link's title, say. */
const VALUE_WITH_TAG = /="[^"]*[<>]/;

/** A tag with attributes. */
const TAG = /<[a-z][^">]*(?:"[^"]*"[^">]*)+>/g;

function escapeValues(tag: string): string {
  return tag.replace(/"[^"]*"/g, (value) => value.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
}

/** What may be a tag, comment or instruction: a `<` that no backslash keeps from being markup, and a name as tags have it. */
const MAY_BE_HTML = /(?<!\\)(?:\\\\)*<(?:[a-z][a-z0-9-]*(?=[\s/>]|$)|[/!?])/i;

/** Every link, definition and picture that may be unsafe has one of these in it. Bare addresses have a scheme that is safe. */
const MAY_LINK = /\][([:]|<(?!(?:https?|mailto|ftp|news):)[a-z][a-z0-9+.-]*:|!\[/i;

/** `<b>` in an article is three characters, not markup: shown as written. */
function rawHtml(report: Report): MdastPluginDefinition {
  return {
    name: "kb-raw-html",
    options: { position: true },
    html(node, context) {
      report(
        {
          ruleId: "article/raw-html",
          reason: "Unexpected HTML, expected Markdown: it is shown as text.",
          note: "Write it as Markdown, or put it between backticks to say that it is meant as text.",
        },
        node.position?.start,
      );
      const text = { type: "text", value: node.value } as const;
      const inline = context.parent(node)?.type;
      if (inline !== "root" && inline !== "blockquote" && inline !== "listItem") return text;
      return { type: "paragraph", children: [text] };
    },
  };
}

const SAFE_SCHEMES = /^(?:https?|mailto|ftp|news):/i;
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a link may stay one: http, https, mailto, ftp, news, or relative. `javascript:` and the like may not. */
export function isSafeLink(url: string): boolean {
  // Browsers skip control characters and leading blanks when they look for the scheme.
  // eslint-disable-next-line no-control-regex
  const seen = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, "");
  return SAFE_SCHEMES.test(seen) || !ANY_SCHEME.test(seen);
}

/** Links with other schemes become their text; pictures from elsewhere become links, for no request leaves the site. */
function links(report: Report): MdastPluginDefinition {
  const unsafe = (url: string) => ({
    ruleId: "article/unsafe-link",
    reason: `Unexpected address "${url}", expected http, https, mailto, ftp, news or a relative one: it is shown as text.`,
  });
  return {
    name: "kb-links",
    options: { position: true },
    link(node, context) {
      if (isSafeLink(node.url)) return;
      report(unsafe(node.url), node.position?.start);
      context.replaceNode(node, [...node.children]);
    },
    definition(node, context) {
      if (isSafeLink(node.url)) return;
      report(unsafe(node.url), node.position?.start);
      context.setProperty(node, "url", "#");
    },
    image(node) {
      const name = node.alt ?? node.url;
      const text = { type: "text", value: name } as const;
      if (!isSafeLink(node.url)) {
        report(unsafe(node.url), node.position?.start);
        return text;
      }
      if (!ANY_SCHEME.test(node.url) && !node.url.startsWith("//")) return;
      report(
        {
          ruleId: "article/foreign-image",
          reason: `Unexpected picture from another site, "${node.url}": it is shown as a link.`,
          note: "Put the picture beside the article and give its name.",
        },
        node.position?.start,
      );
      return { type: "link", url: node.url, children: [text] };
    },
  };
}

/** Alignment as the attribute that remark writes too: the site's policy forbids style attributes. */
function withAlignment(html: string): string {
  return html.includes("<table>")
    ? html.replace(/(?<=<t[hd]) style="text-align: (\w+)"/g, ' align="$1"')
    : html;
}

/** Puts a prefix before the ids of footnotes, and into the links to them. */
export function withFootnotePrefix(html: string, prefix: string): string {
  return html.includes("<section ")
    ? html.replace(/(?<= (?:id="|href="#))user-content-/g, `${prefix}user-content-`)
    : html;
}
