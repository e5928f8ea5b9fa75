/** What the reader sets and presses: native controls throughout. */

import type { Input, Scenario, Setting, State } from "../../index.ts";

interface SettingsProps {
  readonly scenario: Scenario;
  readonly state: State;
  readonly isLive: boolean;
  readonly onInput: (input: Input) => void;
}

/** All settings but the one that the gauge sets. */
export function Settings({ scenario, state, isLive, onInput }: SettingsProps) {
  const shown = scenario.settings.filter(({ id }) => id !== scenario.limit?.of);
  if (shown.length === 0) return null;
  return (
    <fieldset class="sim-settings" disabled={!isLive}>
      <legend class="sim-unseen">Settings</legend>
      {shown.map((setting) => (
        <label class="sim-setting">
          <span>
            {setting.label}
            {unitOf(setting)}
          </span>
          <Control setting={setting} value={state.values[setting.id]} onInput={onInput} />
        </label>
      ))}
    </fieldset>
  );
}

/** What a number is a number of, in brackets. */
function unitOf(setting: Setting): string {
  return setting.type === "number" && setting.unit !== null ? ` (${setting.unit[1]})` : "";
}

interface ControlProps {
  readonly setting: Setting;
  readonly value: string | number | boolean | undefined;
  readonly onInput: (input: Input) => void;
}

function Control({ setting, value, onInput }: ControlProps) {
  const set = (to: string | number) => onInput({ action: "set", args: { [setting.id]: to } });
  if (setting.type === "choice")
    return (
      <select name={setting.id} onChange={(event) => set(event.currentTarget.value)}>
        {setting.choices.map(({ id, label }) => (
          <option value={id} selected={id === value}>
            {label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      type="number"
      name={setting.id}
      min={setting.from}
      max={setting.to}
      value={Number(value)}
      onChange={({ currentTarget }) => {
        if (currentTarget.validity.valid) set(currentTarget.valueAsNumber);
      }}
    />
  );
}

interface ActionsProps {
  readonly scenario: Scenario;
  readonly isLive: boolean;
  readonly canGoBack: boolean;
  readonly isUntouched: boolean;
  readonly isEmbedded: boolean;
  readonly notice: string;
  readonly copyByHand: string;
  readonly onInput: (input: Input) => void;
  readonly onBack: () => void;
  readonly onReset: () => void;
  readonly onCopyLink: () => void;
  readonly onEmbed: () => void;
}

/** The one main button, the scenario's others, and what every instrument can do. */
export function Actions(props: ActionsProps) {
  const { scenario, isLive, onInput } = props;
  const [main, ...others] = scenario.buttons;
  const hint = hintOf(scenario);
  return (
    <fieldset class="sim-actions" disabled={!isLive}>
      <legend class="sim-unseen">Actions</legend>
      {hint !== "" && <p class="sim-aside">{hint}</p>}
      {main && (
        <button type="button" class="sim-main" onClick={() => onInput(main.input)}>
          {main.label}
        </button>
      )}
      <div class="sim-others">
        {others.map(({ label, input }) => (
          <button type="button" onClick={() => onInput(input)}>
            {label}
          </button>
        ))}
      </div>
      <div class="sim-tools">
        <button type="button" aria-disabled={!props.canGoBack} onClick={props.onBack}>
          Step back
        </button>
        <button type="button" aria-disabled={props.isUntouched} onClick={props.onReset}>
          Reset
        </button>
        <button type="button" onClick={props.onCopyLink}>
          Copy link
        </button>
        {!props.isEmbedded && (
          <button type="button" onClick={props.onEmbed}>
            Embed
          </button>
        )}
      </div>
      <p class="sim-notice" hidden={props.notice === ""}>
        {props.notice}
      </p>
      {props.copyByHand !== "" && (
        <textarea
          class="sim-copy"
          readOnly
          aria-label="To be copied"
          rows={3}
          value={props.copyByHand}
        />
      )}
    </fieldset>
  );
}

/** "To see it fail: “Deliver one message”, then “Run the article’s session”." */
function hintOf({ demonstration, buttons }: Scenario): string {
  const presses = demonstration.inputs.map(
    (input) =>
      buttons.find((button) => JSON.stringify(button.input) === JSON.stringify(input))?.label,
  );
  return presses.includes(undefined)
    ? ""
    : `To see it fail: ${presses.map(quoted).join(", then ")}.`;
}

function quoted(label = ""): string {
  return `“${label.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
