import type { Finding } from "./finding.ts";
import { mayRefer, withReferences } from "./references.ts";
import { mayPart, withAlternatives } from "./render-alternatives.ts";
import { mayAnchor, withAnchors } from "./render-anchors.ts";
import { mayCallOut, withCallouts } from "./render-callouts.ts";
import { renderFences, type CaptionLink } from "./render-fences.ts";
import { mayHead, withHeadings, type Heading } from "./render-headings.ts";
import { mayAlign, safeHtml, withAlignment, type Report } from "./render-safety.ts";
import { htmlOf, tokensOf, type Token } from "./render-tokens.ts";

export type { Heading } from "./render-headings.ts";

export interface RenderOptions {
  /** Title of an article on this site; undefined where there is none. */
  titleOf(id: string): string | undefined;
  /** Address of an article on this site; undefined where the reference is to stay text. */
  linkTo(id: string): string | undefined;
  /** Whether the text refers to an article that is not on this site. */
  isAbsent?(id: string): boolean;
  /** Where the caption of a figure leads; undefined where it is to stay text. */
  captionLink?: CaptionLink;
  /** Put before every id, where one page holds several renderings. */
  idPrefix?: string;
  /** Ids that the page uses already. */
  takenIds?: Iterable<string>;
  /** Depth that the shallowest heading gets; without it headings keep theirs. */
  topHeading?: number;
  /** Sentences of the text that links of the page lead to, with the id that each is to get. */
  anchors?: ReadonlyMap<string, string>;
  /** File named in findings; lines count from the Markdown's own first line. */
  file?: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
  findings: Finding[];
}

/**
 * Article Markdown (CommonMark + GFM) to HTML. References to articles become links, `> [!NOTE]` a callout, and fences
 * whose info string names a kind a figure of that kind. Raw HTML is shown as the text it is, and only links that
 * cannot run anything stay links. Nothing in the result needs a script or an inline style.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): Rendered {
  const findings: Finding[] = [];
  const prefix = options.idPrefix ?? "";
  const plain = safeHtml(markdown, { prefix, report: reporter(findings, options.file ?? "") });
  const { html, headings } = withOurs(plain, prefix, options);
  return { html: renderFences(html, prefix, options.captionLink), headings, findings };
}

/** What is ours in the HTML: only where there is some of it, for most texts have none. */
function withOurs(
  html: string,
  prefix: string,
  { anchors = new Map(), takenIds = [], topHeading: top, ...links }: RenderOptions,
): { html: string; headings: Heading[] } {
  const steps = [
    mayAnchor(html, anchors) && ((tokens: Token[]) => withAnchors(tokens, anchors)),
    mayCallOut(html) && withCallouts,
    mayPart(html) && withAlternatives,
    mayRefer(html, links) && ((tokens: Token[]) => withReferences(tokens, links)),
    mayAlign(html) && withAlignment,
  ].filter((step) => step !== false);
  const hasHeadings = mayHead(html);
  if (steps.length === 0 && !hasHeadings) return { html, headings: [] };
  const written = withHeadings(tokensOf(html), { prefix, takenIds, top });
  const tokens = steps.reduce((done, step) => step(done), written.tokens);
  return { html: htmlOf(tokens), headings: written.headings };
}

function reporter(findings: Finding[], file: string): Report {
  return (found, at) => {
    const place = { file, line: at?.line ?? 1, column: at?.column ?? 1 };
    findings.push({ severity: "warning", ...found, place });
  };
}
