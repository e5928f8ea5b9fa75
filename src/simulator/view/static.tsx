/** The instrument as HTML, made when the site is built: complete to read before any script runs, and without one. */

import { gauge, type Scenario } from "../index.ts";
import { htmlOf } from "./html.ts";
import { lanesOf } from "./lanes.ts";
import { open, stateOf, type Model } from "./model.ts";
import { needsExtras } from "./extras.ts";
import { Drawn } from "./parts/drawings.tsx";
import { Ask, Pane } from "./parts/extras.tsx";
import { Instrument, type Doings, type Fixed } from "./parts/instrument.tsx";
import { LaneTable } from "./parts/lanes.tsx";
import { Legend } from "./parts/legend.tsx";
import { Scales } from "./parts/scales.tsx";
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
  return htmlOf(
    <Instrument
      {...{ scenario, model, pair, place }}
      fixed={fixedParts(scenario, model)}
      extras={needsExtras(scenario) ? { Ask, Pane, Drawn } : undefined}
      isLive={false}
      doings={NOTHING}
    />,
  );
}

function fixedParts(scenario: Scenario, model: Model): Fixed {
  const reading = gauge(scenario, stateOf(model));
  return {
    scales: reading === null ? "" : htmlOf(<Scales gauge={reading} />),
    legend: legendHtml(),
  };
}

/** What glyphs and marks mean, for readers without JavaScript. */
export function legendHtml(): string {
  return htmlOf(<Legend />);
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
    const table = <LaneTable rows={rows} chosen={remedy} place={place} />;
    return { label: remedy.label, html: htmlOf(table) };
  });
}
