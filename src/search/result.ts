import { pathOf } from "../article/id.ts";
import { reveal, shownWords } from "./concealed.ts";
import { bestPlace, excerptOf, markText, wordsAt, type Segment, type Wanted } from "./excerpt.ts";
import type { PagefindFragment } from "./pagefind.ts";
import type { Candidate } from "./rank.ts";
import type { ResultInfo } from "./record.ts";

/** One article, as the result list shows it. */
export interface Result extends ResultInfo {
  /** Address under the site's base. */
  url: string;
  title: Segment[];
  excerpt: Segment[];
  /** The section that the excerpt stands in, where it can be linked to. */
  section?: { heading: string; url: string };
}

/** What the index's text says of its article. */
export function infoOf(fragment: PagefindFragment): ResultInfo {
  return JSON.parse(reveal(fragment.meta.info)) as ResultInfo;
}

/** The result that a candidate is shown as. `phrases`: see `concealed.ts`. */
export async function resultOf(
  { result, places }: Candidate,
  phrases: readonly string[],
): Promise<Result> {
  const fragment = await result.data();
  const wanted = wantedIn(fragment, places);
  const { segments, section: around } = excerptIn(fragment, wanted, phrases);
  // What matched only names that the text does not show stands in no section.
  const section = segments.some(({ marked }) => marked) ? around : undefined;
  const info = infoOf(fragment);
  const url = `${pathOf(info.id)}/`;
  return {
    ...info,
    url,
    title: markText(plain(fragment.meta.title, phrases), wanted),
    excerpt: segments,
    ...(section && {
      section: { heading: plain(section.text, phrases), url: `${url}#${section.id}` },
    }),
  };
}

/** What of an article's text answers the question: words where the index found them, in the forms that stand there, and phrases. */
function wantedIn({ content }: PagefindFragment, places: Candidate["places"]): Wanted {
  const alone = [...places].filter(([{ phrase }]) => phrase === undefined);
  const asked = alone.map(([{ word }]) => word);
  const at = alone.flatMap(([, found]) => found);
  return {
    words: new Set([...wordsAt(content, at, asked), ...asked]),
    phrases: [...new Set([...places.keys()].flatMap(({ phrase }) => (phrase ? [phrase] : [])))],
  };
}

/** The best stretch of any one section, and the heading above it, where it has one. */
function excerptIn(
  { content, anchors }: PagefindFragment,
  wanted: Wanted,
  phrases: readonly string[],
) {
  const shown = shownWords(content, phrases);
  const place = bestPlace(shown, wanted);
  const section = anchors.findLast(({ location }) => location <= place);
  const end = anchors.find(({ location }) => location > place)?.location ?? Infinity;
  const from = section === undefined ? 0 : section.location + section.text.split(" ").length;
  const within = shown.filter((word) => word.from >= from && word.from < end);
  return { segments: excerptOf(within, wanted), section };
}

function plain(stored: string, phrases: readonly string[]): string {
  return shownWords(stored, phrases)
    .map(({ text }) => text)
    .join(" ");
}
