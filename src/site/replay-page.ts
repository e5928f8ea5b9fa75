import { escapeHtml } from "../article/html.ts";
import { withFences } from "../article/render-fences.ts";
import { slug } from "../article/render-headings.ts";
import type { Moment, Place, Replay, Shown } from "../simulator/replay/index.ts";

/** A replay as its part of the page shows it: one lane for the failure, one for each remedy. */
export interface ReplayPage {
  versions: readonly (readonly string[])[];
  lanes: ReplayLane[];
}

export interface ReplayLane {
  /** "The failure", or the section's heading: "Workaround". */
  title: string;
  moments: ReplayMoment[];
}

export interface ReplayMoment extends Omit<Moment, "section" | "shown" | "versions"> {
  /** The section, where another one begins here. */
  from?: { heading: string; href: string };
  /** What is seen, each as a block of the article's look. */
  html: string;
  /** Where the article says more than is shown. */
  more?: string;
  /** Whether it is the sentence in which a run with a remedy ends. */
  isEnd?: true;
  /** Numbers of the versions that it is told of. */
  for?: string;
}

export function replayPage({ versions, telling, remedies }: Replay): ReplayPage {
  const count = counter();
  return {
    versions,
    lanes: [
      { title: "The failure", moments: momentsOf(telling, count) },
      ...remedies.map(({ section, moments }) => ({
        title: section.heading,
        moments: ended(momentsOf(moments, count, section.key)),
      })),
    ],
  };
}

/** A sentence as long as this is no outcome to be read at a glance. */
const MOST_OF_AN_END = 140;

/** With its last sentence marked, where that is a sentence of its own and no step. */
function ended(moments: ReplayMoment[]): ReplayMoment[] {
  const last = moments.at(-1);
  const isEnd =
    last !== undefined &&
    last.marker === undefined &&
    last.label === undefined &&
    last.html === "" &&
    last.text.length <= MOST_OF_AN_END;
  return isEnd ? [...moments.slice(0, -1), { ...last, isEnd }] : moments;
}

/** Numbers for the ids of blocks. */
function counter(): () => number {
  let count = 0;
  return () => ++count;
}

function momentsOf(moments: readonly Moment[], count: () => number, lane = ""): ReplayMoment[] {
  let before = lane;
  return moments.map(({ section, shown, isCut, versions, ...moment }) => {
    const isOther = section.key !== before;
    before = section.key;
    // "– a. Click OK.": the letter is marker enough.
    const { marker, ...unmarked } = moment;
    return {
      ...(marker === "–" && /^[a-z][.)] /.test(moment.text) ? unmarked : moment),
      ...(isOther && { from: { heading: section.heading, href: addressOf(section) } }),
      html: shown.map((block) => htmlOf(block, count())).join("\n"),
      ...(isCut === true && { more: addressOf(section) }),
      ...(versions !== undefined && { for: versions.join(" ") }),
    };
  });
}

function addressOf({ heading }: Place): string {
  return heading === "" ? "#article" : `#${slug(heading)}`;
}

/** A block as `renderMarkdown` would make it of a fence, without the way through Markdown. */
function htmlOf({ kind, text }: Shown, number: number): string {
  if (kind === "or") return `<p class="or">${text}</p>`;
  const info = kind === "output" ? "text" : kind;
  const fence = `<pre><code class="language-${info}">${escapeHtml(text)}\n</code></pre>\n`;
  return withFences(fence, `replay-${number}-`);
}
