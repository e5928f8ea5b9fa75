import type { Finding } from "./finding.ts";
import { withReferences } from "./references.ts";
import { withAlternatives } from "./render-alternatives.ts";
import { withAnchors } from "./render-anchors.ts";
import { withCallouts } from "./render-callouts.ts";
import { withFences, type CaptionLink } from "./render-fences.ts";
import { withHeadings, type Heading } from "./render-headings.ts";
import { safeHtml, withFootnotePrefix, type Report } from "./render-safety.ts";

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
  const plain = safeHtml(markdown, reporter(findings, options.file ?? ""));
  return { ...withOurs(plain, options), findings };
}

/** What is ours in a rendering, put into HTML as `safeHtml` makes it. Each step looks for a cheap sign first: most texts have none of it. */
export function withOurs(plain: string, options: RenderOptions): Omit<Rendered, "findings"> {
  const { idPrefix: prefix = "", takenIds = [], topHeading: top, anchors = NONE } = options;
  const { html, headings } = withHeadings(plain, { prefix, takenIds, top });
  const called = withCallouts(withAnchors(withFootnotePrefix(html, prefix), anchors));
  const linked = withReferences(withAlternatives(called), options);
  return { html: withFences(linked, prefix, options.captionLink), headings };
}

const NONE: ReadonlyMap<string, string> = new Map();

function reporter(findings: Finding[], file: string): Report {
  return (found, at) => {
    const place = { file, line: at?.line ?? 1, column: at?.column ?? 1 };
    findings.push({ severity: "warning", ...found, place });
  };
}
