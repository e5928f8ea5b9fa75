/** Titles whose spelling needs no looking up. */
const KNOWN: Record<string, string> = {
  "MORE INFORMATION": "More information",
  REFERENCES: "References",
  INTRODUCTION: "Introduction",
};

/**
 * A section's title in sentence case. A title in capitals is lowered word by word, and only where the article itself
 * writes that word in small letters, so that `USING WINAT` keeps its program's name.
 *
 * @param text the article's text, to look words up in
 */
export function sentenceCase(title: string, words: () => ReadonlySet<string>): string {
  const known = KNOWN[title];
  if (known !== undefined) return known;
  if (title !== title.toUpperCase()) return title;
  const lowered = title.replace(/[A-Z]+(?:'[A-Z]+)?/g, (word) => {
    const lower = word.toLowerCase();
    return COMMON.has(lower) || words().has(lower) ? lower : word;
  });
  return lowered.charAt(0).toUpperCase() + lowered.slice(1);
}

/** Short words, and words of titles, that are never names. */
const COMMON = new Set(
  (
    "a an and as at by for from how in into is it not of on or the to up using what when where why with you your " +
    "symptoms symptom cause causes resolution resolutions workaround workarounds status summary references contents " +
    "overview requirements troubleshooting problems problem issues known notes note example examples steps question " +
    "response answer additional information introduction background description details method installation " +
    "command line options files sample code"
  ).split(" "),
);

/** The words of a text that stand in it in small letters. */
export function smallWords(lines: readonly { text: string }[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.text.match(/(?<![\w.\\/])[a-z]{2,}(?![\w\\/])/g) ?? []) words.add(word);
  }
  return words;
}
