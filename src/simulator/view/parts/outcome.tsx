/** The outcome as a sentence, with what the last input changed. */

import type { Effect, Provenance, Scenario, Step, Trace } from "../../index.ts";
import { lastStep, news, sessions } from "../model.ts";
import type { Place } from "../place.ts";
import { ResultMark } from "./result.tsx";
import { After, Sentence } from "./words.tsx";

interface OutcomeProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly place: Place;
}

export function Outcome({ scenario, trace, place }: OutcomeProps) {
  const { state } = lastStep(trace);
  const { outcome } = state;
  return (
    <div class="sim-outcome">
      {outcome === null ? (
        <p class="sim-sentence">Nothing has failed yet.</p>
      ) : (
        <>
          <p class="sim-kicker">
            <ResultMark result={outcome.result} />
            {state.sessions > 0 && ` after ${sessions(state.sessions)}`}
          </p>
          <p class="sim-sentence">
            <Sentence text={outcome.text} />
            <After of={groundsOf(trace, outcome.text)} place={place} />
          </p>
        </>
      )}
      <Aside step={lastStep(trace)} place={place} />
      {scenario.teaches !== null && (
        <p class="sim-teaches" hidden={!hasFailed(trace)}>
          {scenario.teaches}
        </p>
      )}
    </div>
  );
}

/** What the last input did, beside what the terminal shows of it. */
function Aside({ step, place }: { step: Step; place: Place }) {
  if (step.input === null) return null;
  const effects = news(step.input, step.effects);
  const told = effects.filter(isAside);
  if (told.length === 0 && effects.length > 0) return null;
  return (
    <p class="sim-aside">
      <b>{step.label}.</b>{" "}
      {told.map((effect) => (
        <span>
          <Sentence text={effect.text.replace(/[^.]$/, "$&.")} />
          <After of={effect.kind === "note" ? effect.grounds : undefined} place={place} />{" "}
        </span>
      ))}
    </p>
  );
}

function isAside(effect: Effect): effect is Extract<Effect, { kind: "value" | "note" | "wait" }> {
  return effect.kind === "value" || effect.kind === "note" || effect.kind === "wait";
}

function hasFailed({ steps }: Trace): boolean {
  return steps.some(({ effects }) =>
    effects.some((effect) => effect.kind === "outcome" && effect.result !== "works"),
  );
}

function groundsOf({ steps }: Trace, text: string): Provenance | undefined {
  const outcomes = steps.flatMap(({ effects }) =>
    effects.filter((effect) => effect.kind === "outcome"),
  );
  return outcomes.findLast((outcome) => outcome.text === text)?.grounds;
}
