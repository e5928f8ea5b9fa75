import type { Parents, PhrasingContent } from "mdast";
import type { MdastPluginDefinition } from "satteri";

/** How a page knows the other articles. */
export interface ArticleLinks {
  titleOf(id: string): string | undefined;
  linkTo(id: string): string | undefined;
  /** Whether the text refers to an article that is not on the site: then it is said so. */
  isAbsent?(id: string): boolean;
}

/** `Q151261`, `R100001`: what may be an article's id where it stands in text. */
const MENTION = /(?<![\p{L}\p{N}_])[A-Z]{1,8}[0-9]{3,9}(?![\p{L}\p{N}_])/gu;

/** What every mention has in it: most texts have none, and this says so soonest. */
const MAY_MENTION = /[A-Z][0-9]{3}/;

/** The ids that a text may mention, each once, in their order. */
export function mentionsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(MENTION), (match) => match[0]))];
}

/**
 * `see Q151261` becomes a link with the article's title, where that article is on the site; where it is not, the
 * text stays as it is. Text inside links is left alone.
 */
export function referencesPlugin(links: ArticleLinks) {
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    MAY_MENTION.test(source) &&
    mentionsIn(source).some((id) => links.linkTo(id) !== undefined || links.isAbsent?.(id))
      ? plugin(links)
      : null;
}

function plugin(links: ArticleLinks): MdastPluginDefinition {
  return {
    name: "kb-references",
    text(node, context) {
      const parts = linked(node.value, links);
      if (parts.length === 1 && parts[0]?.type === "text") return;
      if (isInLink(node, context)) return;
      context.replaceNode(node, parts);
    },
  };
}

/** The text in pieces, mentions of known articles as links. */
function linked(text: string, links: ArticleLinks): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const match of text.matchAll(MENTION)) {
    const url = links.linkTo(match[0]);
    const isAbsent = links.isAbsent?.(match[0]) ?? false;
    if (url === undefined && !isAbsent) continue;
    if (match.index > done) parts.push({ type: "text", value: text.slice(done, match.index) });
    parts.push(
      url === undefined ? absent(match[0]) : reference(match[0], url, links.titleOf(match[0])),
    );
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ type: "text", value: text.slice(done) });
  return parts;
}

function absent(id: string): PhrasingContent {
  return {
    type: "emphasis",
    children: [{ type: "text", value: id }],
    data: {
      hName: "span",
      hProperties: { className: ["absent"], title: "This article is not in this archive" },
    },
  };
}

function reference(id: string, url: string, title: string | undefined): PhrasingContent {
  return {
    type: "link",
    url,
    ...(title === undefined ? {} : { title }),
    children: [{ type: "text", value: id }],
    data: { hProperties: { className: ["reference"] } },
  };
}

type TextVisitor = NonNullable<MdastPluginDefinition["text"]>;

function isInLink(node: Parameters<TextVisitor>[0], context: Parameters<TextVisitor>[1]): boolean {
  let parent: Readonly<Parents> | undefined = context.parent(node);
  while (parent !== undefined && parent.type !== "root") {
    if (parent.type === "link" || parent.type === "linkReference") return true;
    parent = context.parent(parent);
  }
  return false;
}
