import type { Line } from "./line.ts";

/** Some texts have keywords on a line of their own, between header and frame, where they would be the first that a reader sees of the article. */
export function takeKeywords(lines: Line[]): { keywords: string; rest: Line[] } {
  const own = lines.filter(isKeywords);
  return {
    keywords: own.map(({ text }) => text.trim()).join(" "),
    rest: lines.filter((line) => !isKeywords(line)),
  };
}

function isKeywords({ text }: Line): boolean {
  return /^kb[a-z0-9]+(?:\s+kb[a-z0-9]+)*$/.test(text.trim());
}
