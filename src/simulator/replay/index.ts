import type { Article } from "../../article/schema.ts";
import { sectionsOf } from "../../article/sections.ts";
import type { Replay } from "./replay.ts";
import { remediesOf } from "./remedies.ts";
import { fitted } from "./fit.ts";
import { hasObservable } from "./moments.ts";
import { tellingOf } from "./telling.ts";
import { scoped } from "./versions.ts";

export type { Moment, Place, Remedy, Replay, Shown } from "./replay.ts";

/** Whether `deriveReplay` gives one, at half the cost. */
export function hasReplay(article: Article): boolean {
  return isProblem(article) && tellingOf(sectionsOf(article)).some(hasObservable);
}

/** The replay of a problem article; undefined where its text shows nothing of the failure. */
export function deriveReplay(article: Article): Replay | undefined {
  if (!isProblem(article)) return undefined;
  const sections = sectionsOf(article);
  const telling = tellingOf(sections);
  if (!telling.some(hasObservable)) return undefined;
  return fitted(parted({ versions: [], telling, remedies: remediesOf(sections) }, article));
}

/** With the lines of applies-to that its parts are told of, where any part is told of some only. */
function parted(replay: Replay, { frontMatter }: Article): Replay {
  const versions = frontMatter.appliesTo ?? [];
  const telling = scoped(replay.telling, versions);
  const remedies = replay.remedies.map(({ section, moments }) => ({
    section,
    moments: scoped(moments, versions),
  }));
  const all = [telling, ...remedies.map(({ moments }) => moments)].flat();
  return all.some((moment) => moment.versions !== undefined)
    ? { versions, telling, remedies }
    : replay;
}

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
