/** A line that a device takes from `World.says`. The scenario words it and tells its provenance. */
export interface Utterance {
  /** When it is said. */
  readonly meaning: string;
  /** What the protocol demands that the wording begins with. A device that finds no wording says this alone. */
  readonly begins: string;
  /** A wording of our own, to be shown as inferred, where no article words it. */
  readonly text: string;
}

/** A device's utterances by key. A scenario that uses the device may word them all, and no others. */
export type Utterances = Readonly<Record<string, Utterance>>;
