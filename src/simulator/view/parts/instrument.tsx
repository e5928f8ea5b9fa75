/** The whole instrument: a function of the model. What the scenario lists under `views` is shown, and nothing else. */

import { gauge, register, type Input, type Scenario, type View } from "../../index.ts";
import type { LanePair } from "../lanes.ts";
import { canGoBack, isUntouched, stateOf, type Model } from "../model.ts";
import type { Place } from "../place.ts";
import { Actions, Settings } from "./controls.tsx";
import { Events } from "./events.tsx";
import { Gauge } from "./gauge.tsx";
import { Lanes } from "./lanes.tsx";
import { Outcome } from "./outcome.tsx";
import { Register } from "./register.tsx";
import { Terminal } from "./terminal.tsx";
import { Why } from "./why.tsx";

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

export interface InstrumentProps {
  readonly scenario: Scenario;
  readonly model: Model;
  readonly pair: LanePair;
  readonly place: Place;
  /** False in the page as it is built: nothing can be pressed there yet. */
  readonly isLive: boolean;
  readonly doings: Doings;
}

export function Instrument(props: InstrumentProps) {
  const { scenario, model, pair, place, isLive, doings } = props;
  const shows = (view: View) => scenario.views.includes(view);
  const state = stateOf(model);
  return (
    <div class="sim-body">
      <Ruler />
      <header class="sim-head">
        <h2 class="sim-title">{scenario.title}</h2>
        <Settings scenario={scenario} state={state} isLive={isLive} onInput={doings.enter} />
      </header>
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
            isLive={isLive}
            onType={(text) => doings.enter({ action: "type", args: { text } })}
          />
        )}
        {shows("events") && (
          <Events trace={model.trace} labels={labelsOf(scenario)} place={place} />
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
      {scenario.why !== null && <Why why={scenario.why} />}
      <p class="sim-unseen" role="status">
        {model.said}
      </p>
    </div>
  );
}

function Measures({ scenario, model, isLive, doings }: InstrumentProps) {
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
          isLive={isLive}
          onSlide={doings.slide}
        />
      )}
      {bits !== null && <Register reading={bits} />}
    </div>
  );
}

/** The fine scale along the band's top edge. */
function Ruler() {
  return (
    <svg class="sim-ruler" aria-hidden="true">
      <pattern id="sim-fine" width="8" height="6" patternUnits="userSpaceOnUse">
        <path d="M.5 0v4" />
      </pattern>
      <pattern id="sim-coarse" width="80" height="12" patternUnits="userSpaceOnUse">
        <path d="M.5 0v9" />
      </pattern>
      <rect width="100%" height="6" fill="url(#sim-fine)" />
      <rect width="100%" height="12" fill="url(#sim-coarse)" />
    </svg>
  );
}

function labelsOf({ events }: Scenario): string[] {
  const [first] = Object.values(events);
  return first?.record.fields.map(([label]) => label) ?? [];
}
