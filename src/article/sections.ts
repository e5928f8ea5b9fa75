import type { Blocks } from "./blocks.ts";
import { SECTION_KEYS, type Article, type SectionKey } from "./schema.ts";

/** One section of an article, wherever the file keeps it. */
export interface Section {
  /** `symptoms`, or a body heading in camel case: `moreInformation`; a name already taken gets `2`, `3`, …. */
  key: string;
  /** As readers see it: `Symptoms`, `More information`. Empty for the body's text before its first heading. */
  heading: string;
  markdown: string;
  /** Made of the Markdown when `htmlOf` or `blocksOf` is first asked for it, and then kept for all that reads the section. */
  html?: string;
  blocks?: Blocks;
}

/** The key of the body's text before its first `##`. */
export const OPENING = "opening";

/**
 * All sections of an article as the source ordered them: by `order` where the article has one, else the keys in
 * their usual order, then the body. What `order` does not name comes after what it names.
 */
export function sectionsOf(article: Article): Section[] {
  const sections = [...keyedSections(article), ...bodySections(article.body)];
  const { order } = article.frontMatter;
  if (order === undefined) return sections;
  const rank = (section: Section) => {
    const at = order.indexOf(section.key);
    return at < 0 ? order.length : at;
  };
  return sections.toSorted((a, b) => rank(a) - rank(b));
}

function keyedSections(article: Article): Section[] {
  return SECTION_KEYS.flatMap((key) => {
    const markdown = article.frontMatter[key];
    return markdown === undefined ? [] : [{ key, heading: HEADINGS[key], markdown }];
  });
}

/** How readers see the sections that have a key. */
export const HEADINGS: Record<SectionKey, string> = {
  summary: "Summary",
  symptoms: "Symptoms",
  cause: "Cause",
  resolution: "Resolution",
  workaround: "Workaround",
  status: "Status",
};

/** Cuts a body at its `##` headings; a `##` inside a fence is text. Blank sections are left out. */
export function bodySections(body: string): Section[] {
  const taken = new Set<string>(SECTION_KEYS);
  const sections: Section[] = [];
  let section: Section = { key: OPENING, heading: "", markdown: "" };
  const close = () => {
    const markdown = section.markdown.replace(/^\n+/, "").trimEnd();
    if (section.heading !== "" || markdown !== "") sections.push({ ...section, markdown });
  };
  let fence = "";
  for (const line of body.split("\n")) {
    fence = fenceAfter(line, fence);
    const mayHead = fence === "" && line.startsWith("## ");
    const heading = mayHead ? /^## +(.*?)(?: +#+)? *$/.exec(line)?.[1] : undefined;
    if (heading === undefined) section.markdown += `${line}\n`;
    else {
      close();
      section = { key: keyOf(heading, taken), heading: plain(heading), markdown: "" };
    }
  }
  close();
  return sections;
}

/**
 * The fence that is open after this line: its run of backticks or tildes, or nothing. A fence may stand in an item or a
 * quotation, behind its marker.
 */
function fenceAfter(line: string, fence: string): string {
  if (!line.includes("```") && !line.includes("~~~")) return fence;
  const [, run = "", info = ""] =
    /^(?:[ >]|[-*] |\d{1,9}[.)] )*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (fence === "") return run.startsWith("`") && info.includes("`") ? "" : run;
  return run.startsWith(fence) && info.trim() === "" ? "" : fence;
}

/** A heading without its backslash escapes. */
function plain(heading: string): string {
  return heading.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** `More information` → `moreInformation`; a name already taken gets a number. Remembers the name. */
export function keyOf(heading: string, taken: Set<string>): string {
  const words = plain(heading).match(/[\p{L}\p{N}]+/gu) ?? ["section"];
  const name = words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join("");
  let key = name;
  for (let count = 2; taken.has(key); count++) key = `${name}${count}`;
  taken.add(key);
  return key;
}
