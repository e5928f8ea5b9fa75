import { markdownToHtml } from "satteri";
import type { Finding } from "./finding.ts";
import { anchorsPlugin } from "./render-anchors.ts";
import { calloutsPlugin } from "./render-callouts.ts";
import { renderFences, type CaptionLink } from "./render-fences.ts";
import { headingsPlugin, type Heading } from "./render-headings.ts";
import { linksPlugin, rawHtmlPlugin, tableAlignmentPlugin } from "./render-safety.ts";
import { referencesPlugin } from "./references.ts";

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
  const headings: Heading[] = [];
  const prefix = options.idPrefix ?? "";
  const report = reporter(findings, options.file ?? "");
  const result = markdownToHtml(markdown, {
    features: {
      frontmatter: false,
      gfm: { footnotes: { clobberPrefix: `${prefix}user-content-` } },
    },
    mdastPlugins: [
      rawHtmlPlugin(report),
      linksPlugin(report),
      ...(options.anchors === undefined ? [] : [anchorsPlugin(options.anchors)]),
      headingsPlugin(prefix, options.takenIds ?? [], headings, options.topHeading),
      calloutsPlugin(),
      referencesPlugin(options),
    ],
    hastPlugins: markdown.includes("|") ? [tableAlignmentPlugin] : [],
  });
  // The type allows for plugins that wait; these do not.
  if (result instanceof Promise) throw new TypeError("a plugin returned a promise");
  return { html: renderFences(result.html, prefix, options.captionLink), headings, findings };
}

/** Tells of one thing found at a node. */
export type Report = (
  found: Pick<Finding, "ruleId" | "reason" | "note">,
  at: { line: number; column: number } | undefined,
) => void;

function reporter(findings: Finding[], file: string): Report {
  return (found, at) => {
    const place = { file, line: at?.line ?? 1, column: at?.column ?? 1 };
    findings.push({ severity: "warning", ...found, place });
  };
}
