/** A paragraph that is nothing but "-or-" stands between two alternatives: it is set as their divider. */
export function alternatives(html: string): string {
  return html.replace(/<p>([-–—\s]*or[-–—\s]*)<\/p>/gi, '<p class="or">$1</p>');
}
