import type { PageSection } from "../article-page.ts";
import { Markup, markup } from "../markup.ts";

/** The article's text, section by section. */
export function sections(all: readonly PageSection[]): Markup {
  return markup`${all.map(section)}`;
}

function section({ id, heading, key, html }: PageSection): Markup {
  return markup`
    <section class="section" data-section="${key}">
      ${id !== "" && head(id, heading)}
      ${new Markup(html)}
    </section>`;
}

function head(id: string, heading: string): Markup {
  const label = markup`aria-label="Link to the section ${heading}"`;
  return markup`
    <div class="section-head">
      <h2 id="${id}">${heading}</h2>
      <a class="anchor" href="#${id}" ${label} data-pagefind-ignore="all">#</a>
    </div>`;
}
