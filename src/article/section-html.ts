import { safeHtml } from "./render-safety.ts";
import type { Section } from "./sections.ts";

const HTML = new WeakMap<Section, string>();

/** A section's Markdown as HTML with nothing of ours in it, made once for all that reads it. See `safeHtml`. */
export function htmlOf(section: Section): string {
  const known = HTML.get(section) ?? safeHtml(section.markdown);
  HTML.set(section, known);
  return known;
}
