/**
 * A replay: what an article's own text lets a reader walk through, without a scenario. Data only. Every text in it stands
 * in the article, white space aside; nothing is said that the article does not say.
 */
export interface Replay {
  /** Groups of lines of applies-to, among which the reader picks; empty where the article tells the same of all. */
  readonly versions: readonly (readonly string[])[];
  /** The failure, in the order in which a person meets it. */
  readonly telling: readonly Moment[];
  /** What the article offers to do about it, each ending in a sentence of the article. None: one lane. */
  readonly remedies: readonly Remedy[];
}

/** One thing that is done or happens, in the article's words, and what is seen then. */
export interface Moment {
  /** The section that it stands in. */
  readonly section: Place;
  /** The sub-heading that it stands under, where it is the first to stand there. */
  readonly under?: string;
  /** The line before an alternative: `-or-`. */
  readonly or?: string;
  /** `1.` of a numbered item, `–` of another. */
  readonly marker?: string;
  /** What the article marks it as: `Note`, `Warning`. */
  readonly label?: string;
  /** Empty where something is shown without a word before it. */
  readonly text: string;
  readonly shown: readonly Shown[];
  /** Whether the article says more here than is shown. */
  readonly isCut?: boolean;
  /** Which of `versions` it is told of; absent where of all. */
  readonly versions?: readonly number[];
}

export interface Place {
  /** `symptoms`, `moreInformation`. */
  readonly key: string;
  /** As readers see it: `Symptoms`. */
  readonly heading: string;
}

/**
 * What a person sees happen, to the letter: a message, a record, a session, or what a program put out. `text` is any
 * other block, `or` the line between two alternatives.
 */
export interface Shown {
  readonly kind: Observable | "text" | "or";
  readonly text: string;
}

export type Observable = "message" | "event" | "transcript" | "output";

export interface Remedy {
  readonly section: Place;
  /** The last is where the run ends. */
  readonly moments: readonly Moment[];
}
