import { isHiddenCode, wordOf } from "../config.ts";
import type { PageFields } from "./article-content.ts";
import { facetAddress } from "./address.ts";
import { longDate, yearOf } from "./dates.ts";
import type { FacetName } from "./facets.ts";
import type { ArticlePage } from "./article-page.ts";
import type { Places } from "./places.ts";
import { STATUS_IDS } from "./status.ts";
import { codesIn } from "./entry.ts";

/** A line of the article's particulars. */
export interface Field {
  /** Key of the front matter, for `data-field`. */
  name: string;
  label: string;
  /** Id that the status leads to. */
  id?: string;
  values: FieldValue[];
}

export interface FieldValue {
  text: string;
  /** The code that `text` is the word for. */
  code?: string;
  /** Address of the list of articles that have it too. */
  href?: string;
  /** For a day: `2002-08-16`. */
  day?: string;
}

/** The particulars that readers see, in the order of the margin column; without those that the article lacks. */
export function fieldsOf(front: PageFields, places: ArticlePage["places"]): Field[] {
  const linked = (facet: FacetName, texts: readonly string[] | undefined) =>
    linkedTo(facet, places[facet], texts);
  const listed = (facet: FacetName) => sharedIn(facet, places[facet]);
  const fields: Field[] = [
    { name: "product", label: "Product", values: linked("products", front.products) },
    { name: "version", label: "Version", values: plain(front.versions) },
    { name: "operatingSystem", label: "System", values: plain(front.operatingSystems) },
    {
      name: "modified",
      label: "Modified",
      id: STATUS_IDS.modified,
      values: day(front.modified, places.years),
    },
    {
      name: "issueType",
      label: "Issue type",
      id: STATUS_IDS.issueType,
      values: linked("types", codesIn(front.issueType)),
    },
    {
      name: "solutionType",
      label: "Solution type",
      id: STATUS_IDS.solutionType,
      values: codes(codesIn(front.solutionType)),
    },
    { name: "keyword", label: "Keywords", values: linked("keywords", front.keywords) },
    { name: "event", label: "Events", values: listed("events") },
    { name: "code", label: "Codes", values: listed("codes") },
    { name: "file", label: "Files", values: listed("files") },
    { name: "hardware", label: "Hardware", values: plain(front.hardware) },
    { name: "queryWords", label: "Query words", values: plain(front.queryWords) },
  ];
  return fields.filter(({ values }) => values.length > 0);
}

/** What the article shares with others that name it too; there is nothing to lead to for the rest. */
function sharedIn(facet: FacetName, places: Places): FieldValue[] {
  return Object.entries(places).map(([text, value]) => ({
    text,
    href: facetAddress(facet, value),
  }));
}

function plain(texts: readonly string[] = []): FieldValue[] {
  return texts.map((text) => ({ text }));
}

function codes(texts: readonly string[]): FieldValue[] {
  return texts
    .filter((text) => !isHiddenCode(text))
    .map((text) => {
      const word = wordOf(text);
      return word === undefined ? { text } : { text: word, code: text };
    });
}

function linkedTo(facet: FacetName, places: Places, texts: readonly string[] = []): FieldValue[] {
  const visible = texts.filter((text) => !isHiddenCode(text));
  return codes(visible).map((value, index) => {
    const target = places[visible[index] ?? ""];
    return target === undefined ? value : { ...value, href: facetAddress(facet, target) };
  });
}

/** The day, and its year as a link to that year's articles. */
function day(modified: string | undefined, years: Places): FieldValue[] {
  const year = years[yearOf(modified)[0] ?? ""];
  if (modified === undefined) return [];
  const value = { text: longDate(modified), day: modified };
  return [year === undefined ? value : { ...value, href: facetAddress("years", year) }];
}
