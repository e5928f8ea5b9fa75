import { withOurs } from "../article/render.ts";
import { freeId, slug, type Heading } from "../article/render-headings.ts";
import { OPENING } from "../article/sections.ts";
import { articleAddress, facetAddress } from "./address.ts";
import type { ContentSection, PageFields } from "./article-content.ts";
import { fieldsOf, type Field } from "./fields.ts";
import type { FacetName } from "./facets.ts";
import type { ReplayPage } from "./replay-page.ts";
import { sourceText } from "./source-text.ts";
import { STATUS_IDS, type Status, type StatusPart } from "./status.ts";
import type { ArticleFiles } from "./files.ts";
import type { ArticleModel } from "./models/article.ts";
import { placesOf, type Places } from "./places.ts";
import type { StripPart } from "./strip.ts";
import type { Scenario } from "../simulator/types.ts";

/** All that an article's page shows, in words and HTML; the page's template only sets it. */
export interface ArticlePage {
  id: string;
  front: PageFields;
  /** One or two sentences of the article, for search engines and feeds. */
  description: string;
  places: Readonly<Record<FacetName, Places>>;
  status: readonly StatusPart[];
  strip: readonly StripPart[];
  sections: PageSection[];
  /** The article's own text to walk through; absent where it has a simulator, or shows nothing of a failure. */
  replay?: ReplayPage;
  /** How many of the sections stand before the simulator or the replay. */
  simulatorAfter: number;
  fields: Field[];
  technology: readonly string[];
  /** The text that the article was imported from. */
  source?: string;
  scenario?: Scenario;
}

export interface PageSection {
  /** Empty for the text before the first heading. */
  id: string;
  heading: string;
  key: string;
  html: string;
  headings: Heading[];
}

/** Ids that the page's own parts have. */
const PAGE_IDS = [
  "article",
  "title",
  "contents",
  "applies-to",
  "simulator",
  "replay",
  "about",
  "source-text",
  "related",
  "referred-by",
  ...Object.values(STATUS_IDS),
];

export function articlePage(model: ArticleModel, files: ArticleFiles): ArticlePage {
  const { id } = model;
  const { front, sections, description, status, strip, replay } = files.content(id);
  const places = placesOf(front, model.places);
  return {
    id,
    front,
    places,
    description: description ?? front.title,
    status: status.parts,
    strip,
    sections: renderSections(sections, status.anchors, { ...model, places }),
    ...(replay !== undefined && model.hasReplay ? { replay } : {}),
    simulatorAfter: placeOfSimulator(sections),
    fields: fieldsOf(front, places),
    technology: front.technology ?? [],
    ...(model.hasSource ? { source: sourceText(files.source(id)) } : {}),
    ...(model.hasSimulator ? { scenario: files.scenario(id) } : {}),
  };
}

function renderSections(
  sections: readonly ContentSection[],
  anchors: Status["anchors"],
  { titles, absent, places }: Pick<ArticlePage, "places"> & Pick<ArticleModel, "titles" | "absent">,
): PageSection[] {
  const taken = new Set(PAGE_IDS);
  const open = new Map(anchors);
  return sections.map((section) => {
    const id = section.key === OPENING ? "" : freeId(slug(section.heading), taken);
    const { html, headings } = withOurs(section.html, {
      titleOf: (other) => titles[other],
      linkTo: (other) => (titles[other] === undefined ? undefined : articleAddress(other)),
      isAbsent: (other) => absent.includes(other),
      captionLink: (kind, text) =>
        kind === "event" ? eventAddress(text, places.events) : undefined,
      idPrefix: `${id === "" ? "text" : id}-`,
      topHeading: id === "" ? 2 : 3,
      anchors: open,
    });
    for (const [sentence, anchor] of anchors) {
      if (html.includes(`id="${anchor}"`)) open.delete(sentence);
    }
    return { id, heading: section.heading, key: section.key, html, headings };
  });
}

/** The list of articles with the event of a record, where there is one. */
function eventAddress(record: string, events: Places): string | undefined {
  const [, value] =
    Object.entries(events).find(([event]) => {
      const at = event.lastIndexOf(" ");
      return record.includes(event.slice(0, at)) && record.includes(event.slice(at + 1));
    }) ?? [];
  return value && facetAddress("events", value);
}

/** After what to do about it, so that a person in a hurry meets that first. */
function placeOfSimulator(sections: readonly ContentSection[]): number {
  for (const key of ["workaround", "resolution", "cause", "symptoms"]) {
    const index = sections.findIndex((section) => section.key === key);
    if (index >= 0) return index + 1;
  }
  return sections.length;
}
