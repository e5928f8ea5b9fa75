/** The terminal to type into: a log of lines with their provenance in the gutter, and a line to write. */

import type { Effect, Scenario, State, Trace } from "../../index.ts";
import type { Place } from "../place.ts";
import { Glyph, Text } from "./words.tsx";

interface TerminalProps {
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly state: State;
  readonly place: Place;
  /** As HTML, drawn when the site is built; the browser leaves it as it stands. */
  readonly legend: string;
  readonly isLive: boolean;
  readonly onType: (text: string) => void;
}

export function Terminal({ scenario, trace, state, place, legend, isLive, onType }: TerminalProps) {
  const lines = trace.steps.flatMap(({ effects }) => spoken(effects));
  let session = 0;
  return (
    <section class="sim-terminal" aria-labelledby="sim-terminal">
      <h3 id="sim-terminal">Terminal</h3>
      <div
        class="sim-log"
        role="log"
        aria-live="off"
        aria-labelledby="sim-terminal"
        tabIndex={0}
        data-lines={lines.length}
      >
        {lines.length === 0 && <p class="sim-hint">{silence(scenario, state)}</p>}
        {lines.map((line) => (
          <Line line={line} session={line.kind === "connect" ? ++session : 0} place={place} />
        ))}
      </div>
      {scenario.sessions !== null && <Prompt state={state} isLive={isLive} onType={onType} />}
      <p class="sim-legend" dangerouslySetInnerHTML={{ __html: legend }} />
    </section>
  );
}

type Spoken = Exclude<Effect, { kind: "event" | "value" | "outcome" }>;

/** What of a step's effects stands in the terminal. Waiting and notes stand there when something else of the step does. */
function spoken(effects: readonly Effect[]): Spoken[] {
  const hasLines = effects.some(({ kind }) => kind === "connect" || kind === "line");
  return hasLines ? effects.filter(isSpoken) : [];
}

function isSpoken(effect: Effect): effect is Spoken {
  return effect.kind !== "event" && effect.kind !== "value" && effect.kind !== "outcome";
}

function silence({ sessions }: Scenario, { values }: State): string {
  const script = sessions?.scripts[String(values[sessions.by])];
  if (sessions === null) return "Nothing was said yet.";
  return script === undefined
    ? sessions.otherwise
    : `Nothing was said yet. Type “${script.open.text}” to connect.`;
}

function Line({ line, session, place }: { line: Spoken; session: number; place: Place }) {
  switch (line.kind) {
    case "connect":
      return (
        <>
          <p class="sim-session">Session {session}</p>
          <Said line={line} isTyped place={place} />
        </>
      );
    case "line":
      return <Said line={line} isTyped={line.from === "client"} place={place} />;
    default:
      return <p class={`sim-meta sim-${line.kind}`}>{line.text}</p>;
  }
}

interface SaidProps {
  readonly line: Extract<Effect, { kind: "connect" | "line" }>;
  readonly isTyped: boolean;
  readonly place: Place;
}

/** One line: what the client types is bold, whoever types it. */
export function Said({ line, isTyped, place }: SaidProps) {
  return (
    <p class="sim-line">
      {line.provenance ? <Glyph of={line.provenance} place={place} /> : <span />}
      {isTyped ? (
        <kbd>
          <Text {...line} />
        </kbd>
      ) : (
        <samp>
          <Text {...line} />
        </samp>
      )}
    </p>
  );
}

interface PromptProps {
  readonly state: State;
  readonly isLive: boolean;
  readonly onType: (text: string) => void;
}

const HIDDEN = { type: "password" } as const;
const SHOWN = { type: "text" } as const;

/** The line to write. When the server asks for credentials, what is typed is not shown. */
function Prompt({ state, isLive, onType }: PromptProps) {
  return (
    <form
      class="sim-prompt"
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem("line");
        if (!(input instanceof HTMLInputElement) || input.value.trim() === "") return;
        onType(input.value);
        input.value = "";
      }}
    >
      <label>
        <span class="sim-unseen">Type a line to the server</span>
        <span class="sim-caret" aria-hidden="true">
          ›
        </span>
        <input
          name="line"
          {...(state.session?.secret === true ? HIDDEN : SHOWN)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={512}
          placeholder="type a line"
          disabled={!isLive}
        />
      </label>
      <button type="submit" disabled={!isLive}>
        Send
      </button>
    </form>
  );
}
