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

export type Extras = Pick<typeof extraParts, "Ask" | "Pane"> & {
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
  const { scenario, model, pair, place, extras, isLive, doings } = props;
  const state = stateOf(model);
  return (
    <>
      <Settings scenario={scenario} state={state} isLive={isLive} onInput={doings.enter} />
      {extras && <extras.Ask ask={scenario.ask} />}
      <Measures {...props} />
      <div class="sim-bench" data-odd={isOdd(scenario)}>
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
        <Outcome scenario={scenario} trace={model.trace} place={place} />
        {scenario.views.map((view) => (
          <Pane {...props} view={view} />
        ))}
      </div>
      {scenario.views.includes("lanes") && scenario.remedies.length > 0 && (
        <Lanes
          scenario={scenario}
          pair={pair}
          remedy={model.remedy}
          cured={model.cured ? state.outcome : null}
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

/** One of the parts that show what happens, in the scenario's order. */
function Pane(props: InstrumentProps & { readonly view: View }) {
  const { view, scenario, model, place, fixed, extras, isLive, doings } = props;
  const { trace } = model;
  if (view === "terminal")
    return (
      <Terminal
        {...{ scenario, trace, place, isLive }}
        state={stateOf(model)}
        legend={fixed.legend}
        onType={(text) => doings.enter({ action: "type", args: { text } })}
      />
    );
  if (view === "events") return <Events {...{ trace, place }} labels={labelsOf(scenario)} />;
  return extras ? <extras.Pane {...{ view, scenario, trace, place }} Drawn={extras.Drawn} /> : null;
}

const HALVES: readonly View[] = ["terminal", "events", "messages", "beside"];

/**
 * Whether an odd number of panes are half as wide as the instrument: then the first stands beside the buttons and the
 * outcome, so that no half is empty. A table with a limit has all of the width.
 */
function isOdd({ views, tables }: Scenario): boolean {
  const halves = views.filter((view) => HALVES.includes(view)).length;
  const narrow = Object.values(tables).filter(({ limit }) => limit === undefined).length;
  return (halves + (views.includes("tables") ? narrow : 0)) % 2 === 1;
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
