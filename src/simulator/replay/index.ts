import type { Article } from "../../article/schema.ts";
import { sectionsOf, type Section } from "../../article/sections.ts";
import type { Replay } from "./replay.ts";
import { remediesOf } from "./remedies.ts";
import { fitted, MOST_BYTES } from "./fit.ts";
import { hasObservable } from "./moments.ts";
import { tellingOf } from "./telling.ts";
import { grouped, parted } from "./versions.ts";

export type { Moment, Place, Remedy, Replay, Shown } from "./replay.ts";

/** The replay of a problem article; undefined where its text shows nothing of the failure. */
export function deriveReplay(
  article: Article,
  sections: readonly Section[] = sectionsOf(article),
): Replay | undefined {
  if (!isProblem(article)) return undefined;
  const telling = tellingOf(sections);
  if (!telling.some(hasObservable)) return undefined;
  const lines = article.frontMatter.appliesTo ?? [];
  const replay = { versions: [], telling, remedies: remediesOf(sections) };
  const told = parted(replay, lines);
  if (told === replay) return fitted(replay);
  const bytes = Buffer.byteLength(lines.join(""));
  if (bytes > MOST_OF_VERSIONS) return fitted(replay);
  return grouped(fitted(told, MOST_BYTES - bytes), lines);
}

/** Bytes of applies-to beyond which its lines are not offered to pick among. */
const MOST_OF_VERSIONS = 600;

const PROBLEM_TITLE = /^(?:PRB|BUG|FIX|PROBLEM|ERR(?:MSG)?)\b/;
const PROBLEM_CODE = /\bkb(?:prb|bug|errmsg)/i;

/** Whether the article is about a failure. */
export function isProblem({
  frontMatter: { symptoms, title, issueType, keywords },
}: Article): boolean {
  return (
    symptoms !== undefined ||
    PROBLEM_TITLE.test(title) ||
    PROBLEM_CODE.test(issueType ?? "") ||
    (keywords ?? []).some((word) => PROBLEM_CODE.test(word))
  );
}
