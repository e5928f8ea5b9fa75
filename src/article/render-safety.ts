import { markdownToHtml, type MdastPluginDefinition } from "satteri";
import type { Finding } from "./finding.ts";
import type { Token } from "./render-tokens.ts";

/** Tells of one thing found at a node. */
export type Report = (
  found: Pick<Finding, "ruleId" | "reason" | "note">,
  at: { line: number; column: number } | undefined,
) => void;

/**
 * Markdown as HTML in which every tag is Sätteri's own: raw HTML is text, and links that could run something are their text.
 * `prefix` comes before the ids of footnotes.
 */
export function safeHtml(
  markdown: string,
  { prefix, report }: { prefix: string; report: Report },
): string {
  const result = markdownToHtml(markdown, {
    features: {
      frontmatter: false,
      gfm: { footnotes: { clobberPrefix: `${prefix}user-content-` } },
    },
    mdastPlugins: [rawHtmlPlugin(report), linksPlugin(report)],
  });
  // The type allows for plugins that wait; these do not.
  if (result instanceof Promise) throw new TypeError("a plugin returned a promise");
  return result.html;
}

/** `<b>` in an article is three characters, not markup: shown as written. */
function rawHtmlPlugin(report: Report) {
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    MAY_BE_HTML.test(source) ? rawHtml(report) : null;
}

/** A `<` that no backslash keeps from being markup, and what can follow it there. */
const MAY_BE_HTML = /(?<!\\)(?:\\\\)*<[a-z/!?]/i;

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
function linksPlugin(report: Report) {
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    MAY_LINK.test(source) ? links(report) : null;
}

/** Every link, definition and picture has one of these in it. Bare addresses have a scheme that is safe. */
const MAY_LINK = /\][([:]|<[a-z][a-z0-9+.-]*:|!\[/i;

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
export function withAlignment(tokens: readonly Token[]): Token[] {
  return tokens.map(({ tag, html }) =>
    tag === "th" || tag === "td"
      ? { tag, html: html.replace(/ style="text-align: (\w+)"/, ' align="$1"') }
      : { tag, html },
  );
}

export function mayAlign(html: string): boolean {
  return html.includes(' style="text-align: ');
}
