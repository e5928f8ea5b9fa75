/** Texts of the simulated system: their words, what stands for something else in them, and where they come from. */

import type { VNode } from "preact";
import type { Mark, Provenance, Words } from "../../index.ts";
import { targetOf, type Place } from "../place.ts";

/** Shape and name of each provenance. */
export const NAMES = {
  quote: ["●", "quoted"],
  cited: ["◐", "cited"],
  inferred: ["○", "inferred"],
} as const;

/** A text with its marks: values filled in are underlined with dots, the article's own placeholders are in italics. */
export function Text({ text, marks }: Pick<Words, "text" | "marks">) {
  const parts: (string | VNode)[] = [];
  let end = 0;
  for (const mark of marks) {
    parts.push(
      text.slice(end, mark.start),
      <Marked mark={mark} text={text.slice(mark.start, mark.end)} />,
    );
    end = mark.end;
  }
  parts.push(text.slice(end));
  return <>{parts.filter((part) => part !== "")}</>;
}

function Marked({ mark: { kind, name, provenance }, text }: { mark: Mark; text: string }) {
  if (kind === "placeholder")
    return (
      <var class="sim-placeholder" title="placeholder of the article">
        {text}
      </var>
    );
  const from = provenance === undefined ? "" : `, ${inWords(provenance)}`;
  return (
    <span class="sim-filled" title={`filled in: ${name}${from}`}>
      {text}
    </span>
  );
}

/** A sentence in which a date, and an arrow with what it leads to, stay on one line. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split(/(\d{4}-\d\d-\d\d|→ \S+)/);
  return (
    <>{parts.map((part, i) => (i % 2 === 1 ? <span class="sim-whole">{part}</span> : part))}</>
  );
}

/** The glyph of a provenance after the words that it is of, on the line of the last of them. */
export function After(props: { of: Provenance | undefined; place: Place }) {
  return (
    props.of && (
      <>
        {"\u00a0"}
        <Glyph {...props} />
      </>
    )
  );
}

/** The glyph of a provenance, with its name in words. It leads to the sentence that the words rest on. */
export function Glyph({ of, place }: { of: Provenance | undefined; place: Place }) {
  if (of === undefined) return null;
  const [shape] = NAMES[of.kind];
  const name = inWords(of);
  const target = targetOf(place, of);
  if (target === undefined)
    return (
      <span class="sim-glyph" role="img" aria-label={name} title={name}>
        {shape}
      </span>
    );
  const words = of.kind === "quote" && !place.isEmbedded ? { "data-words": of.words } : {};
  return (
    <a class="sim-glyph" {...target} aria-label={name} title={name} {...words}>
      {shape}
    </a>
  );
}

/** "quoted from this article, More information". */
export function inWords(of: Provenance): string {
  const [, name] = NAMES[of.kind];
  switch (of.kind) {
    case "quote":
      return `${name} from this article, ${sectionName(of.section)}`;
    case "cited": {
      const note = of.note === undefined ? "" : `: ${of.note}`;
      return `${name} from ${of.article}${of.checked ? "" : ", not here to be checked"}${note}`;
    }
    case "inferred":
      return `${name}: ${of.reason}`;
  }
}

/** `moreInformation` → `More information`. */
function sectionName(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
