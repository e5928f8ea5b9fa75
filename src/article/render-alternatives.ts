import { OR_PARAGRAPHS } from "./plain.ts";

/** A paragraph that is nothing but "-or-" stands between two alternatives: it is set as their divider. */
export function withAlternatives(html: string): string {
  return html.replace(OR_PARAGRAPHS, '<p class="or">');
}
