/** The instrument as HTML, made when the site is built: complete to read before any script runs, and without one. */

import { renderToString } from "preact-render-to-string";
import type { Scenario } from "../index.ts";
import { lanesOf } from "./lanes.ts";
import { open } from "./model.ts";
import { Instrument, type Doings } from "./parts/instrument.tsx";
import { LaneTable } from "./parts/lanes.tsx";
import type { Place } from "./place.ts";

/** Nothing can be done on a page that is being built. */
const NOTHING: Doings = {
  enter: () => undefined,
  slide: () => undefined,
  back: () => undefined,
  reset: () => undefined,
  chooseRemedy: () => undefined,
  cure: () => undefined,
  copyLink: () => undefined,
  embed: () => undefined,
};

/** The instrument as it opens; the browser's first rendering equals it, so that no node is replaced. */
export function instrumentHtml(scenario: Scenario, place: Place): string {
  const model = open(scenario);
  const pair = lanesOf(scenario, model.trace, model.remedy);
  return renderToString(
    <Instrument {...{ scenario, model, pair, place }} isLive={false} doings={NOTHING} />,
  );
}

export interface OtherRun {
  /** The remedy's label. */
  readonly label: string;
  readonly html: string;
}

/** For readers without JavaScript: the failing run beside each remedy but the first, which `instrumentHtml` shows. */
export function otherRuns(scenario: Scenario, place: Place): OtherRun[] {
  const { trace } = open(scenario);
  return scenario.remedies.slice(1).map((remedy) => {
    const { rows } = lanesOf(scenario, trace, remedy.id);
    const table = <LaneTable rows={rows} left="The failing run" chosen={remedy} place={place} />;
    return { label: remedy.label, html: renderToString(table) };
  });
}
