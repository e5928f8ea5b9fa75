import { resolve } from "node:path";
import { loadScenario } from "../../src/cli/simulate/load.ts";
import { startListener } from "../../src/cli/listen.ts";
import type { Deed } from "../../src/simulator/devices/device.ts";
import { applyDeed, start, step, worldFor } from "../../src/simulator/kernel.ts";
import { parseInput } from "../../src/simulator/scenario/parse-input.ts";
import type { Values } from "../../src/simulator/types.ts";

/** The simulated server of Q298836 behind real sockets, in this process, so that a test can also act on it. */
export interface Simulated {
  readonly pop3: number;
  readonly imap4: number;
  readonly deeds: readonly Deed[];
  /** How many messages the mailbox holds. */
  messages(): number;
  /** Carries out an action of the scenario, such as `delete 1000`. */
  act(action: string): void;
  close(): Promise<void>;
}

export async function simulate(settings: Values): Promise<Simulated> {
  const { scenario, findings } = await loadScenario("Q298836", resolve("content"));
  if (scenario === undefined) throw new Error(findings.map(({ reason }) => reason).join("\n"));
  const deeds: Deed[] = [];
  let state = start(scenario, { outcome: "error", ...settings });
  const listener = await startListener({
    ports: { pop3: 0, imap4: 0 },
    world: (device) => worldFor(scenario, state, device),
    apply(deed) {
      deeds.push(deed);
      state = applyDeed(scenario, state, deed).state;
    },
  });
  return {
    ...listener.ports,
    deeds,
    messages: () => Number(state.values["messages"]),
    act(action) {
      const parsed = parseInput(scenario, action);
      if (!parsed.ok) throw new Error(parsed.message);
      state = step(scenario, state, parsed.input).state;
    },
    close: listener.close,
  };
}
