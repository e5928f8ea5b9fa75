/**
 * What the instrument remembers beside the trace, and how each thing that a reader does changes it. Pure: the page is a
 * function of this, and so are the tests.
 */

import { curedRun, OPENING, play, step, stepBack } from "../index.ts";
import type { Effect, Input, Run, Scenario, State, Step, Trace } from "../index.ts";

export interface Model {
  readonly trace: Trace;
  /** What Step back returns to, the latest last. */
  readonly past: readonly Trace[];
  /** Id of the remedy in the second lane; empty where the scenario has none. */
  readonly remedy: string;
  /** Whether the last thing done was to try a remedy: its outcome is told beside the button, too. */
  readonly cured: boolean;
  /** What the one live region says. */
  readonly said: string;
  /** A kind word beside the buttons: an address that no longer fits, or that something was copied. */
  readonly notice: string;
  /** A text to be copied by hand, where the browser would not copy it. */
  readonly copyByHand: string;
}

export function open(scenario: Scenario, run: Run = OPENING): Model {
  return {
    trace: play(scenario, run),
    past: [],
    remedy: scenario.remedies[0]?.id ?? "",
    cured: false,
    said: "",
    notice: "",
    copyByHand: "",
  };
}

/** The last step: its state is the present one. */
export function lastStep(trace: Trace): Step {
  const last = trace.steps.at(-1);
  if (last === undefined) throw new RangeError("A trace has an opening at least.");
  return last;
}

export function stateOf(model: Model): State {
  return lastStep(model.trace).state;
}

/** Whether anything was done or set since the opening. */
export function isUntouched({ trace: { run } }: Model): boolean {
  return (
    run.inputs.length === 0 && run.remedies.length === 0 && Object.keys(run.settings).length === 0
  );
}

/** One input, carried out and announced. */
export function enter(scenario: Scenario, model: Model, input: Input): Model {
  const trace = extend(scenario, model.trace, input);
  return { ...moveTo(model, trace), said: announcement(lastStep(trace)) };
}

/**
 * A number set by the slider. A row of such inputs is one: only the last counts, and Step back undoes them together.
 * Nothing is announced, because a slider tells its own value.
 */
export function slide(scenario: Scenario, model: Model, id: string, value: number): Model {
  const before = isSlide(lastStep(model.trace), id) ? model.past.at(-1) : undefined;
  const trace = extend(scenario, before ?? model.trace, { action: "set", args: { [id]: value } });
  return before === undefined
    ? moveTo(model, trace)
    : { ...moveTo(model, trace), past: model.past };
}

function isSlide({ input }: Step, id: string): boolean {
  return input?.action === "set" && Object.keys(input.args).join() === id;
}

export function goBack(scenario: Scenario, model: Model): Model {
  const { run } = model.trace;
  const undone = lastStep(model.trace).label;
  const trace =
    model.past.at(-1) ?? (run.inputs.length > 0 ? play(scenario, stepBack(run)) : undefined);
  if (trace === undefined) return model;
  const past = model.past.slice(0, -1);
  return { ...moveTo(model, trace), past, said: `Undone: ${undone}` };
}

/** Whether there is a step to go back by. */
export function canGoBack(model: Model): boolean {
  return model.past.length > 0 || model.trace.run.inputs.length > 0;
}

export function reset(scenario: Scenario, model: Model): Model {
  return { ...open(scenario), remedy: model.remedy, said: "Back at the beginning." };
}

/** The failed run, remedied: the remedy applied and the failure probed, or all played again with it from the start. */
export function cure(scenario: Scenario, model: Model, failed: Run): Model {
  const trace = play(scenario, curedRun(scenario, failed, model.remedy));
  return { ...moveTo(model, trace), cured: true, said: announcement(lastStep(trace)) };
}

export function chooseRemedy(model: Model, remedy: string): Model {
  return { ...model, remedy, cured: false };
}

export function notify(model: Model, notice: string, copyByHand = ""): Model {
  return { ...model, notice, copyByHand, said: notice };
}

function moveTo(model: Model, trace: Trace): Model {
  return {
    ...model,
    trace,
    past: [...model.past, model.trace],
    cured: false,
    said: "",
    notice: "",
    copyByHand: "",
  };
}

function extend(scenario: Scenario, trace: Trace, input: Input): Trace {
  const next = step(scenario, lastStep(trace).state, input);
  const kept = next.input ?? input;
  return {
    run: { ...trace.run, inputs: [...trace.run.inputs, kept] },
    steps: [...trace.steps, next],
  };
}

/** What is said of a step, once, when it ends: its outcome, else the server's words, else what changed. */
export function announcement({ input, label, effects, state }: Step): string {
  const outcome = effects.findLast((effect) => effect.kind === "outcome");
  if (outcome !== undefined)
    return state.sessions === 0
      ? outcome.text
      : `After ${sessions(state.sessions)}: ${outcome.text}`;
  const words = news(input, effects)
    .filter(isTold)
    .map(({ text }) => text.replace(" → ", " to "));
  if (words.length === 0) return label;
  return `${label}: ${words.slice(0, 2).join(" ")}${words.length > 2 ? " And more." : ""}`;
}

/** A step's effects without those that only repeat its label: "Client: MAPI" tells what was set. */
export function news(input: Step["input"], effects: readonly Effect[]): readonly Effect[] {
  return input?.action === "set" ? effects.filter(({ kind }) => kind !== "value") : effects;
}

/** Whether it is said aloud: not what the reader typed, and not the record, which the outcome sums up. */
function isTold(effect: Effect): effect is Exclude<Effect, { kind: "event" }> {
  switch (effect.kind) {
    case "event":
    case "connect":
      return false;
    case "line":
      return effect.from !== "client";
    default:
      return true;
  }
}

/** The logical clock in words: "2 sessions". */
export function sessions(count: number): string {
  return count === 1 ? "1 session" : `${count} sessions`;
}
