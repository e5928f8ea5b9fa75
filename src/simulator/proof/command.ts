/** A run as a command to paste: what contradicts a scenario can be seen with it. */

import type { Input, Run, Scenario } from "../types.ts";

/** `npx kb simulate Q298836 --set messages=65535 --run "deliver 1" session`; `content` where the articles are elsewhere. */
export function commandOf(scenario: Scenario, run: Run, content?: string): string {
  const settings = scenario.settings.flatMap(({ id, default: usual, opens }) => {
    const value = run.settings[id] ?? opens;
    return value === usual ? [] : [shellWord(`${id}=${value}`)];
  });
  return [
    `npx kb simulate ${scenario.id}`,
    ...(content === undefined ? [] : ["--content", shellWord(content)]),
    ...(settings.length > 0 ? ["--set", ...settings] : []),
    ...(run.remedies.length > 0 ? ["--with", ...run.remedies] : []),
    ...(run.inputs.length > 0
      ? ["--run", ...run.inputs.map((input) => shellWord(inputText(input)))]
      : []),
  ].join(" ");
}

/** An input as it is written: `deliver 1000`, `set client=mapi`, `apply agent`. */
export function inputText({ action, args }: Input): string {
  const values =
    action === "set"
      ? Object.entries(args).map(([id, value]) => `${id}=${value}`)
      : Object.values(args).map(String);
  return [action, ...values].join(" ");
}

/** A word as a shell takes it for one. */
export function shellWord(text: string): string {
  return /^[\w=.,:/@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
