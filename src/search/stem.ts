/**
 * The stem under which a word is indexed and looked for. Pagefind's program in the browser stems questions by Snowball's English algorithm
 * (https://snowballstem.org/algorithms/english/stemmer.html) in its third version, so the index has to hold the very same stems.
 */
export function stemOf(word: string): string {
  if (word.length < 3) return word;
  const special = SPECIAL.get(word);
  if (special !== undefined) return special;
  // As a capital, y is a consonant.
  const marked = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const regions = regionsOf(marked);
  const singular = withoutPlural(marked);
  if (INVARIANT.has(singular)) return singular.replaceAll("Y", "y");
  const steps = [withoutTense, withLastI, withSimplerEnding, withoutEnding, withoutLast];
  return steps.reduce((stem, step) => step(stem, regions), singular).replaceAll("Y", "y");
}

const SPECIAL = new Map([
  ["skis", "ski"],
  ["skies", "sky"],
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
  ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word): [string, string] => [
    word,
    word,
  ]),
]);
/** Words that look like others with an ending. */
const INVARIANT = new Set("inning outing canning herring earring evening".split(" "));

/** Where a word's first and second region begin: endings are taken off only there. */
type Regions = readonly [first: number, second: number];

function regionsOf(word: string): Regions {
  const known = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/.exec(word);
  const first = known ? known[0].length : afterConsonant(word, 0);
  return [first, afterConsonant(word, first)];
}

/** Behind the first consonant after a vowel. */
function afterConsonant(word: string, from: number): number {
  const at = word.slice(from).search(/[aeiouy][^aeiouy]/);
  return at < 0 ? word.length : from + at + 2;
}

const SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/;

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[aeiouy].*[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string, [first]: Regions): string {
  const ending = /(?:eed|eedly|ed|edly|ing|ingly)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (ending.startsWith("ee"))
    return stem.length >= first && !/^(?:succ|proc|exc)$/.test(stem) ? `${stem}ee` : word;
  if (/^[^aeiouy]y$/.test(stem) && ending === "ing") return `${stem.slice(0, 1)}ie`;
  if (!/[aeiouy]/.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem))
    return /^[aeo]..$/.test(stem) ? stem : stem.slice(0, -1);
  return stem.length === first && SHORT.test(stem) ? `${stem}e` : stem;
}

function withLastI(word: string): string {
  return word.replace(/(?<=.[^aeiouy])[yY]$/, "i");
}

/** Endings and what takes their place, in two rounds. */
const SIMPLER = [
  {
    tional: "tion",
    enci: "ence",
    anci: "ance",
    abli: "able",
    entli: "ent",
    izer: "ize",
    ization: "ize",
    ational: "ate",
    ation: "ate",
    ator: "ate",
    alism: "al",
    aliti: "al",
    alli: "al",
    fulness: "ful",
    ousli: "ous",
    ousness: "ous",
    iveness: "ive",
    iviti: "ive",
    biliti: "ble",
    bli: "ble",
    ogist: "og",
    ogi: "og",
    fulli: "ful",
    lessli: "less",
    li: "",
  },
  {
    tional: "tion",
    ational: "ate",
    alize: "al",
    icate: "ic",
    iciti: "ic",
    ical: "ic",
    ful: "",
    ness: "",
    ative: "",
  },
].map((endings) => new Map(Object.entries(endings)));
/** What has to stand before some of them. */
const BEFORE = new Map([
  ["ogi", /l$/],
  ["li", /[cdeghkmnrt]$/],
]);

function withSimplerEnding(word: string, [first, second]: Regions): string {
  let stem = word;
  for (const endings of SIMPLER) {
    const ending = longestEnding(stem, endings);
    const start = stem.slice(0, stem.length - ending.length);
    const region = ending === "ative" ? second : first;
    const fits = start.length >= region && (BEFORE.get(ending)?.test(start) ?? true);
    if (ending !== "" && fits) stem = start + (endings.get(ending) ?? "");
  }
  return stem;
}

const ENDINGS = new Set(
  "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion".split(" "),
);

function withoutEnding(word: string, [, second]: Regions): string {
  const ending = longestEnding(word, ENDINGS);
  const stem = word.slice(0, word.length - ending.length);
  return stem.length >= second && (ending !== "ion" || /[st]$/.test(stem)) ? stem : word;
}

function withoutLast(word: string, [first, second]: Regions): string {
  const stem = word.slice(0, -1);
  const end = stem.length;
  if (word.endsWith("e")) return end >= second || (end >= first && !SHORT.test(stem)) ? stem : word;
  return word.endsWith("ll") && end >= second ? stem : word;
}

const LONGEST = 7;

/** The longest of the endings that the word has; empty where it has none. */
function longestEnding(word: string, endings: { has: (ending: string) => boolean }): string {
  for (let length = Math.min(LONGEST, word.length); length > 0; length--) {
    const ending = word.slice(-length);
    if (endings.has(ending)) return ending;
  }
  return "";
}
