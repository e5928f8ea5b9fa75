/** Serves a scenario's devices to real clients, all of them at one simulated world. */

import { applyDeed, start, worldFor } from "../../simulator/kernel.ts";
import { printEffect } from "../../simulator/print.ts";
import type { Scenario, State, Values } from "../../simulator/types.ts";
import type { Deed } from "../../simulator/devices/device.ts";
import { EXIT, Misuse, type ExitCode } from "../command.ts";
import { startListener } from "../listen.ts";
import type { Arguments } from "./arguments.ts";

/**
 * Listens until the process is told to end. Prints `pop3 127.0.0.1:PORT` on standard output, one a line, once they
 * listen; what happens, such as an event record, on standard error.
 */
export async function serve(
  scenario: Scenario,
  settings: Values,
  { host, ports }: NonNullable<Arguments["listen"]>,
): Promise<ExitCode> {
  const served = Object.entries(ports).filter(([device]) => scenario.sessions?.scripts[device]);
  if (served.length === 0)
    throw new Misuse(`the simulator of ${scenario.id} has nothing to listen with.`);
  const world = createWorld(scenario, settings);
  const ended = signalled();
  const listener = await startListener({ host, ports: Object.fromEntries(served), ...world }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Misuse(`it cannot listen on ${host}: ${error.message}.`);
    },
  );
  for (const [device, port] of Object.entries(listener.ports))
    console.log(`${device} ${hostOf(host)}:${port}`);
  await ended;
  await listener.close();
  return EXIT.done;
}

/** IPv6 addresses stand in brackets before a port. */
function hostOf(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** One world for all clients: what one of them does, the others see. */
function createWorld(scenario: Scenario, settings: Values) {
  let state: State = start(scenario, settings);
  return {
    world: (device: string) => worldFor(scenario, state, device),
    apply(deed: Deed, device: string): void {
      const sessions = state.sessions + (deed.type === "closed" ? 1 : 0);
      const { state: next, effects } = applyDeed(scenario, state, deed);
      state = { ...next, sessions };
      const lines = effects.flatMap(printEffect);
      if (lines.length > 0) console.error([`${device}:`, ...lines].join("\n"));
    },
  };
}

/** Resolves when the process is interrupted or terminated; a second signal does not cut short what the first began. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
  });
}
