import type { PageSection } from "../article-page.ts";
import { markup, NOTHING, type Markup } from "../markup.ts";
import { TRIAL_LINKS, type Trial } from "../trial.ts";

/** What an article's page has, in its order. */
export interface ContentsOf {
  hasAppliesTo: boolean;
  before: readonly PageSection[];
  /** What the page has to try, between these sections and those. */
  trial: Trial | undefined;
  after: readonly PageSection[];
}

/** The table of contents; nothing where it would have one line. */
export function contents(page: ContentsOf): Markup {
  const items = itemsOf(page);
  if (items.length < 2) return NOTHING;
  return markup`
    <nav class="contents" id="contents" aria-labelledby="contents-title" data-pagefind-ignore="all">
      <p class="contents-title" id="contents-title">Contents</p>
      ${list(items)}
    </nav>`;
}

interface Item {
  id: string;
  text: string;
  children?: readonly Item[];
}

function list(items: readonly Item[]): Markup {
  return markup`<ol>${items.map(item)}</ol>`;
}

function item({ id, text, children = [] }: Item): Markup {
  return markup`<li><a href="#${id}">${text}</a>${children.length > 0 && list(children)}</li>`;
}

function itemsOf({ hasAppliesTo, before, trial, after }: ContentsOf): Item[] {
  return [
    ...(hasAppliesTo ? [{ id: "applies-to", text: "Applies to" }] : []),
    ...before.flatMap(sectionItems),
    ...(trial === undefined ? [] : [{ id: trial, text: TRIAL_LINKS[trial] }]),
    ...after.flatMap(sectionItems),
  ];
}

function sectionItems({ id, heading, headings }: PageSection): Item[] {
  const depth = id === "" ? 2 : 3;
  const inner = headings
    .filter((other) => other.depth === depth)
    .map((other) => ({ id: other.id, text: other.text }));
  return id === "" ? inner : [{ id, text: heading, children: inner }];
}
