/** The whole instrument: a function of the model. What the scenario lists under `views` is shown, and nothing else. */

import { gauge, register, type Input, type Scenario, type View } from "../../index.ts";
import type { LanePair } from "../lanes.ts";
import { canGoBack, isUntouched, stateOf, type Model } from "../model.ts";
import type { Place } from "../place.ts";
import { Actions, Settings } from "./controls.tsx";
import { Events } from "./events.tsx";
import type * as drawings from "./drawings.tsx";
import type * as extraParts from "./extras.tsx";
import { Gauge } from "./gauge.tsx";
import { Lanes } from "./lanes.tsx";
import { Outcome } from "./outcome.tsx";
import { Register } from "./register.tsx";
import { Terminal } from "./terminal.tsx";

/** What the reader can do to the instrument. */
export interface Doings {
  readonly enter: (input: Input) => void;
  readonly slide: (value: number) => void;
  readonly back: () => void;
  readonly reset: () => void;
  readonly chooseRemedy: (remedy: string) => void;
  readonly cure: () => void;
  readonly copyLink: () => void;
  readonly embed: () => void;
}

/** Parts that never change, as HTML: drawn when the site is built and kept by the browser, which passes empty texts. */
export interface Fixed {
  readonly scales: string;
  readonly legend: string;
}

export type Extras = Pick<typeof extraParts, "Ask" | "Seen"> & {
  /** Absent where no table is drawn. */
  readonly Drawn: typeof drawings.Drawn | undefined;
};

export interface InstrumentProps {
  readonly scenario: Scenario;
  readonly model: Model;
  readonly pair: LanePair;
  readonly place: Place;
  readonly fixed: Fixed;
  /** Parts that few instruments have; absent where this one has none. */
  readonly extras?: Extras | undefined;
  /** False in the page as it is built: nothing can be pressed there yet. */
  readonly isLive: boolean;
  readonly doings: Doings;
}

export function Instrument(props: InstrumentProps) {
  const { scenario, model, pair, place, fixed, extras, isLive, doings } = props;
  const shows = (view: View) => scenario.views.includes(view);
  const state = stateOf(model);
  return (
    <>
      <Settings scenario={scenario} state={state} isLive={isLive} onInput={doings.enter} />
      {extras && <extras.Ask ask={scenario.ask} />}
      <Measures {...props} />
      <div class="sim-deck">
        <Outcome scenario={scenario} trace={model.trace} place={place} />
        <Actions
          scenario={scenario}
          isLive={isLive}
          canGoBack={canGoBack(model)}
          isUntouched={isUntouched(model)}
          isEmbedded={place.isEmbedded}
          notice={model.notice}
          copyByHand={model.copyByHand}
          onInput={doings.enter}
          onBack={doings.back}
          onReset={doings.reset}
          onCopyLink={doings.copyLink}
          onEmbed={doings.embed}
        />
      </div>
      <div class="sim-seen">
        {shows("terminal") && (
          <Terminal
            scenario={scenario}
            trace={model.trace}
            state={state}
            place={place}
            legend={fixed.legend}
            isLive={isLive}
            onType={(text) => doings.enter({ action: "type", args: { text } })}
          />
        )}
        {shows("events") && (
          <Events trace={model.trace} labels={labelsOf(scenario)} place={place} />
        )}
        {extras && (
          <extras.Seen {...{ scenario, place }} trace={model.trace} Drawn={extras.Drawn} />
        )}
      </div>
      {shows("lanes") && scenario.remedies.length > 0 && (
        <Lanes
          scenario={scenario}
          pair={pair}
          remedy={model.remedy}
          place={place}
          isLive={isLive}
          onChoose={doings.chooseRemedy}
          onCure={doings.cure}
        />
      )}
      <p class="sim-unseen" role="status">
        {model.said}
      </p>
    </>
  );
}

function Measures({ scenario, model, fixed, isLive, doings }: InstrumentProps) {
  const state = stateOf(model);
  const number = scenario.views.includes("gauge") ? gauge(scenario, state) : null;
  const bits = scenario.views.includes("register") ? register(scenario, state) : null;
  const setting = scenario.settings.find(({ id }) => id === scenario.limit?.of);
  if (number === null && bits === null) return null;
  return (
    <div class="sim-measures">
      {number !== null && (
        <Gauge
          reading={number}
          label={setting?.label ?? ""}
          scales={fixed.scales}
          isLive={isLive}
          onSlide={doings.slide}
        />
      )}
      {bits !== null && <Register reading={bits} />}
    </div>
  );
}

function labelsOf({ events }: Scenario): string[] {
  const [first] = Object.values(events);
  return first?.record.fields.map(([label]) => label) ?? [];
}
