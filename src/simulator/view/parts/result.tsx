/** How a run ended, as a shape and a word: never by colour alone. */

import type { Result } from "../../index.ts";

const SHAPES = {
  works: { path: "M2 8.5 6 12.5 14 3.5", word: "Works" },
  fails: { path: "M3 3 13 13 M13 3 3 13", word: "Fails" },
  hangs: { path: "M3 5h10 M3 11h10", word: "No answer" },
  wrong: { path: "M3 6h10 M3 10h10 M11 3 5 13", word: "Wrong result" },
  byDesign: { path: "M3 8h10", word: "By design" },
} as const;

export function ResultMark({ result }: { result: Result }) {
  const { path, word } = SHAPES[result];
  return (
    <span class={`sim-result sim-${result === "works" ? "works" : "failed"}`}>
      <svg class="sim-shape" viewBox="0 0 16 16" aria-hidden="true">
        {result !== "works" && <rect x="0.5" y="0.5" width="15" height="15" />}
        <path d={path} />
      </svg>
      {word}
    </span>
  );
}

/** The shape of an Error record: a disc with a cross, as the Event Viewer had it. */
export function ErrorShape() {
  return (
    <svg class="sim-shape sim-failed" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.5" />
      <path d="M5 5 11 11 M11 5 5 11" />
    </svg>
  );
}
