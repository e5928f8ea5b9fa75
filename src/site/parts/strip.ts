import { markup, NOTHING, type Markup } from "../markup.ts";
import type { StripPart, StripPiece } from "../strip.ts";
import { TRIAL_LINKS, type Trial } from "../trial.ts";

/** Symptom, cause and what to do, in the article's own sentences, side by side, with the way to what the page has to try. */
export function strip(parts: readonly StripPart[], trial: Trial | undefined): Markup {
  if (parts.length === 0) return NOTHING;
  const columns = parts.map((part, index) => column(part, index === 0 ? trial : undefined));
  return markup`
    <div class="strip" role="group" aria-label="In short" data-pagefind-ignore="all">
      ${columns}
    </div>`;
}

function column({ label, section, pieces, goesOn }: StripPart, trial: Trial | undefined): Markup {
  return markup`
    <div class="strip-part">
      <p class="strip-label"><a href="#${section}">${label}</a></p>
      ${pieces.map(piece)}
      ${goesOn && readOn(label, section)}
      ${trial && markup`<p class="see-it"><a href="#${trial}">${TRIAL_LINKS[trial]}</a></p>`}
    </div>`;
}

const CLASSES = { text: undefined, item: "strip-item", or: "or", verbatim: "strip-verbatim" };

function piece({ kind, text }: StripPiece): Markup {
  const name = CLASSES[kind];
  return markup`<p${name && markup` class="${name}"`}>${text}</p>`;
}

function readOn(label: string, section: string): Markup {
  return markup`<p><a href="#${section}" aria-label="${label}: read on">&hellip;</a></p>`;
}
