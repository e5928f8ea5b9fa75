import { safeHtml } from "./render-safety.ts";
import type { Section } from "./sections.ts";

/** A section's Markdown as HTML with nothing of ours in it. See `safeHtml`. */
export function htmlOf(section: Section): string {
  return (section.html ??= safeHtml(section.markdown));
}
