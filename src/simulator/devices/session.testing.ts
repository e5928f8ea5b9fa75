import type { Answer, Deed, Device, Json, World } from "./device.ts";
import type { Utterances } from "./utterance.ts";

/** For tests: a client that talks to a device, keeping what was said and done. */
export interface Session<State extends Json> {
  world: World;
  state: State;
  /** Every line that the device said. */
  said: string[];
  /** What it said to the last line sent. */
  last: string[];
  deeds: Deed[];
  /** Sends lines, one after the other. */
  send(...lines: string[]): Session<State>;
}

/** Connects to a device. */
export function start<State extends Json>(device: Device<State>, world: World): Session<State> {
  const take = (answer: Answer<State>) => {
    session.state = answer.state;
    session.last = Array.from(answer.replies, (reply) => reply.text);
    session.said = session.said.concat(session.last);
    session.deeds.push(...answer.deeds);
    return session;
  };
  const session: Session<State> = {
    world,
    state: null as State,
    said: [],
    last: [],
    deeds: [],
    send(...lines) {
      for (const line of lines) take(device.receive(session.state, line, session.world));
      return session;
    },
  };
  return take(device.connect(world));
}

/** A device's own wording of all its utterances. */
export function wordsOf(utterances: Utterances): Record<string, string> {
  return Object.fromEntries(Object.entries(utterances).map(([key, { text }]) => [key, text]));
}
