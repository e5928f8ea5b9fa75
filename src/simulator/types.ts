/**
 * The nouns of the simulator: what a scenario is once it is compiled, what a reader may put in, what comes out. All of
 * it is plain JSON, so that a page can carry it, a test can print it and an address can name it.
 */

import type { Json } from "./devices/device.ts";
import type { Ranges } from "./devices/uids.ts";

/**
 * What a setting or variable holds, as JSON: whole numbers up to 32 bits wide are numbers; those of 64 bits, decimals and
 * dates are texts.
 */
export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

// ---------------------------------------------------------------------------------------------- what comes out

/** Where words come from. */
export type Provenance =
  | {
      readonly kind: "quote";
      /** The words as the article has them. */
      readonly words: string;
      /** Key of the section that they stand in: `symptoms`, `moreInformation`. */
      readonly section: string;
      /** The section's anchor on the page, without `#`. */
      readonly anchor: string;
    }
  | {
      readonly kind: "cited";
      /** Id of the article that has these words, or from which they follow. */
      readonly article: string;
      /** Whether that article was present, and its words found in it, when the scenario was checked. */
      readonly checked: boolean;
      /** What the article says, where that is not the words themselves. */
      readonly note?: string;
    }
  | { readonly kind: "inferred"; readonly reason: string };

/** A stretch of a text that stands for something else, in UTF-16 code units. Marks do not overlap and stand in order. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** `filled`: the simulator put a value in here. `placeholder`: the article's own, left as it stands (`<server>`). */
  readonly kind: "filled" | "placeholder";
  /** What was filled in, or what stands there: `version`, `<server>`. */
  readonly name: string;
  /** Where a filled-in value comes from, where the scenario tells. */
  readonly provenance?: Provenance;
}

/** A text that the simulated system utters. */
export interface Words {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Absent only on what the reader typed. */
  readonly provenance?: Provenance;
}

/** All but `works` are the failure: `wrong` gives a wrong result without a word, `byDesign` is meant to be so. */
export type Result = "works" | "fails" | "hangs" | "wrong" | "byDesign";

export interface EventRecord {
  /** The record's fields in the article's order, without its description: `["Event ID", "13005"]`. */
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly description: string;
}

/** One thing that a reader can see happen. The trace is a row of these. */
export type Effect =
  /** A client connects: what follows belongs to a new terminal session. `device` is its protocol. */
  | ({ readonly kind: "connect"; readonly device: string } & Words)
  /** A line in the terminal. */
  | ({ readonly kind: "line"; readonly from: "client" | "server" } & Words)
  /** Lines of the terminal that are not shown: "and 65,530 more". `count` of them, from the server. */
  | { readonly kind: "elided"; readonly count: number; readonly text: string }
  /** The server closed the connection. */
  | { readonly kind: "closed"; readonly text: string }
  /** A record in the application event log. `session` counts connections so far: "after 1 session". */
  | {
      readonly kind: "event";
      readonly record: EventRecord;
      readonly marks: readonly Mark[];
      readonly session: number;
      readonly provenance: Provenance;
    }
  /** A value changed. `text` says so in words: "65,535 → 65,536 messages". */
  | {
      readonly kind: "value";
      readonly name: string;
      readonly from: Value;
      readonly to: Value;
      readonly text: string;
    }
  /** Logical waiting that no clock measures. */
  | { readonly kind: "wait"; readonly text: string }
  /** A message box. `text` is what it says, `title` its title bar. */
  | ({
      readonly kind: "message";
      readonly title: string;
      readonly buttons: readonly string[];
    } & Words)
  /** A row that a table gains. `text` says it in words. */
  | {
      readonly kind: "row";
      readonly table: string;
      readonly cells: readonly string[];
      readonly text: string;
    }
  /** What should have come out, beside what did. `text` says both. */
  | {
      readonly kind: "beside";
      readonly label: string;
      readonly expected: string;
      readonly actual: string;
      readonly text: string;
      readonly grounds?: Provenance;
    }
  /** How a run ended, in a sentence of the author's, with the article's words that it rests on. */
  | {
      readonly kind: "outcome";
      readonly result: Result;
      readonly text: string;
      readonly grounds?: Provenance;
    }
  /** A sentence of the author's about what just happened. */
  | { readonly kind: "note"; readonly text: string; readonly grounds?: Provenance };

// ------------------------------------------------------------------------------------------------ what goes in

/**
 * One thing that the reader does: an action of the scenario with its arguments, or one that every scenario has:
 * `set` (arguments: settings by id), `apply` (`remedy`), `type` (`text`, one line into the open session).
 */
export interface Input {
  readonly action: string;
  readonly args: Values;
}

/** All that determines a trace. */
export interface Run {
  /** Settings that differ from those the page opens with. */
  readonly settings: Values;
  /** Ids of remedies that hold from the start. */
  readonly remedies: readonly string[];
  readonly inputs: readonly Input[];
  /** Start of the seeded random numbers; 1 where absent. */
  readonly seed?: number;
}

/** One input and what it led to. The first step of a trace has no input: it is the opening. */
export interface Step {
  /** As it may be kept: without passwords. */
  readonly input: Input | null;
  /** The input in words: "Deliver one message". */
  readonly label: string;
  readonly effects: readonly Effect[];
  /** The state after it. */
  readonly state: State;
}

export interface Trace {
  readonly run: Run;
  readonly steps: readonly Step[];
}

/** Everything that the simulated world remembers, as plain JSON. Read it; do not change it. */
export interface State {
  /** Settings and variables by id. */
  readonly values: Values;
  /** Variables that hold lists, by id. */
  readonly lists: Readonly<Record<string, readonly Value[]>>;
  /** The mailbox: messages 1 to `lastUid` were delivered, those in `deleted` are gone. */
  readonly mailbox: { readonly lastUid: number; readonly deleted: Ranges };
  /** The open terminal session. */
  readonly session: Session | null;
  /** Connections made so far: the logical clock. */
  readonly sessions: number;
  /** State of the seeded random numbers. */
  readonly random: number;
  /** How the last run ended; null before the first. */
  readonly outcome: { readonly result: Result; readonly text: string } | null;
}

export interface Session {
  /** Protocol, and name of the device: `pop3`. */
  readonly device: string;
  /** The device's own state. */
  readonly state: Json;
  /** The server will never answer again. */
  readonly hung: boolean;
  /** The server's last line asked for credentials: the next line is kept as `<password>`. */
  readonly secret: boolean;
}

// -------------------------------------------------------------------------------------------------- a scenario

/**
 * An expression as a typed tree: a literal stands for itself, an array is an operator and its operands. `["get", name]`
 * is a variable, `["call", name, …]` a function of a library, `["map", list, name, body]` the body for each item. Types
 * were checked and overloads resolved when the tree was made; see `expression.ts` for what the operators do.
 */
export type Expression = Value | readonly [operator: Operator, ...operands: Expression[]];
export type Operator =
  | "get"
  | "int"
  | "list"
  | "in"
  | "!"
  | "&&"
  | "||"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "?:"
  | "random"
  | "call"
  | "map";

/** The singular and the plural of what a number counts: `["message", "messages"]`. */
export type Unit = readonly [one: string, many: string];

export interface NumberType {
  readonly type: "number";
  readonly from: number;
  readonly to: number;
  readonly unit: Unit | null;
}
export interface ChoiceType {
  readonly type: "choice";
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}
export interface TextType {
  readonly type: "text";
}

/** What happens to a number that does not fit: its lowest bits stay, the run stops, or it stays at the end of its range. */
export type Overflow = "wrap" | "stop" | "saturate";

/** A whole number that fits a double. */
export interface IntegerType extends NumberType {
  readonly overflow: Overflow;
}
/** A whole number of 64 bits with a sign; its value is a text of digits. */
export interface LongType {
  readonly type: "i64";
  readonly unit: Unit | null;
  readonly overflow: Overflow;
}
/** An exact decimal, rounded to `places` when it is assigned; its value is a text. */
export interface DecimalType {
  readonly type: "decimal";
  readonly places: number;
  readonly unit: Unit | null;
}
export interface FlagType {
  readonly type: "flag";
}
/** `2000-02-29`. */
export interface DateType {
  readonly type: "date";
}
export type ScalarType =
  IntegerType | LongType | DecimalType | ChoiceType | FlagType | DateType | TextType;

/** What rules change and readers do not. */
export type Variable = (ScalarType | { readonly type: "list"; readonly of: ScalarType }) & {
  readonly id: string;
  /** Null where its changes are not shown. */
  readonly label: string | null;
  readonly is: Value | readonly Value[];
};

export type Setting = (NumberType | ChoiceType) & {
  readonly id: string;
  readonly label: string;
  /** On the command line. */
  readonly default: Value;
  /** When the page opens. */
  readonly opens: Value;
};

export type Argument = (NumberType | TextType) & { readonly id: string; readonly default: Value };

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /**
   * How its rows are drawn: `timeline`, by the number that each begins with; `calendar`, by the date that each begins
   * with; `tree`, by the parts of the path that each begins with, on a ruler of characters.
   */
  readonly as?: Drawing | undefined;
  /** The last time, or the longest path, that works: the limit line of a timeline or a tree. */
  readonly limit?: number | undefined;
}

export const DRAWINGS = ["timeline", "calendar", "tree"] as const;
export type Drawing = (typeof DRAWINGS)[number];

export interface Action {
  readonly id: string;
  /** Words for the trace; `{n}` is filled in with the argument and its unit. */
  readonly label: string;
  readonly args: readonly Argument[];
  readonly rules: readonly Rule[];
}

/** The first rule whose `when` holds is the one that acts. */
export interface Rule {
  readonly when?: Expression;
  readonly effects: readonly Doing[];
}

/** What a rule can do. Texts may hold `{name}`, filled in with a value and its unit. */
export type Doing =
  | { readonly do: "set"; readonly name: string; readonly to: Expression }
  | {
      readonly do: "act";
      readonly action: string;
      readonly args: Readonly<Record<string, Expression>>;
    }
  | { readonly do: "converse" }
  | { readonly do: "log"; readonly event: string }
  /** The effects once for each item, under the name `as`. */
  | {
      readonly do: "each";
      readonly as: string;
      readonly in: Expression;
      readonly rules: readonly Rule[];
    }
  | {
      readonly do: "message";
      readonly title: string;
      readonly buttons: readonly string[];
      readonly words: Utterance;
    }
  /** A line in the terminal that no device says. */
  | { readonly do: "line"; readonly from: "client" | "server"; readonly words: Utterance }
  | { readonly do: "row"; readonly table: string; readonly cells: readonly string[] }
  | {
      readonly do: "beside";
      readonly label: string;
      readonly expected: Expression;
      readonly actual: Expression;
      readonly grounds?: Provenance;
    }
  | { readonly do: "wait"; readonly text: string }
  | { readonly do: "note"; readonly text: string; readonly grounds?: Provenance }
  | {
      readonly do: "outcome";
      readonly result: Result;
      readonly text: string;
      readonly grounds?: Provenance;
    };

/** Words that the system may utter: of several, the first whose `when` holds. `{name}` is filled in by kernel or device. */
export interface Utterance {
  readonly when?: Expression;
  readonly text: string;
  readonly provenance: Provenance;
}

/** The article's session with one device: how the client connects, and what it types. */
export interface Script {
  readonly open: Utterance;
  readonly lines: readonly Utterance[];
  readonly says: Readonly<Record<string, readonly Utterance[]>>;
  /** What the device is told of the scenario, by the device's names. */
  readonly given: Readonly<Record<string, Expression>>;
}

export interface Remedy {
  readonly id: string;
  readonly label: string;
  /** `thisRun`: applied to the failed run, it removes the failure. `start`: it prevents it, from the start. */
  readonly acts: "thisRun" | "start";
  /** Settings that it sets. */
  readonly sets: Values;
  readonly provenance: Provenance;
}

export interface Limit {
  /** The number that is limited. */
  readonly of: string;
  /** The last value that works. */
  readonly is: number;
  readonly provenance: Provenance;
}

export interface Scenario {
  /** Id of its article. */
  readonly id: string;
  /** What the check of the scenario proved and what it did not look at, in sentences. Empty before it was checked. */
  readonly checked: string;
  /** Twelve hexadecimal digits that change with anything that could change a trace. */
  readonly digest: string;
  readonly title: string;
  readonly settings: readonly Setting[];
  readonly variables: readonly Variable[];
  readonly tables: Readonly<Record<string, Table>>;
  /** Names of the devices and libraries that it uses. */
  readonly needs: readonly string[];
  readonly limit: Limit | null;
  /** Named expressions, each after those that it uses. */
  readonly definitions: readonly (readonly [name: string, is: Expression])[];
  readonly actions: readonly Action[];
  /**
   * What follows from what a device did: `logonRefused`, `hangs`, and `completed` when a scripted session ran to its end;
   * and from a calculation that stopped: `overflow`, `divisionByZero`, `noResult`.
   */
  readonly on: Readonly<Record<string, readonly Rule[]>>;
  /** The mailbox that mail devices serve, if any: its size is a setting, its access an expression giving a `World.access`. */
  readonly mailbox: { readonly size: string; readonly access: Expression } | null;
  /**
   * Sessions by the value of the setting `by`, each with the device of that name; `otherwise` says why there is no
   * terminal where that value has none. Where `by` is empty there is one session only.
   */
  readonly sessions: {
    readonly by: string;
    readonly scripts: Readonly<Record<string, Script>>;
    readonly otherwise: string;
  } | null;
  readonly events: Readonly<
    Record<string, { readonly record: EventRecord; readonly provenance: Provenance }>
  >;
  /** The article's own placeholders, marked where a text has them. */
  readonly placeholders: readonly string[];
  /** What is filled into the system's texts, by name: the first whose `when` holds. */
  readonly fills: Readonly<Record<string, readonly Utterance[]>>;
  /** The buttons, in order. The first is the main one. */
  readonly buttons: readonly { readonly label: string; readonly input: Input }[];
  readonly remedies: readonly Remedy[];
  /** The run that starts healthy and reaches the failure. */
  readonly demonstration: Run;
  /** The input that shows whether the failure is there. */
  readonly probe: Input;
  /** Parts of the instrument, in order. */
  readonly views: readonly View[];
  /** What the failure teaches, in a sentence. */
  readonly teaches: string | null;
  /** A prediction to make before the run. Nothing of it is stored. */
  readonly ask: {
    readonly question: string;
    readonly choices: readonly { readonly id: string; readonly label: string }[];
    readonly answer: string;
    readonly because: string;
  } | null;
  /** Our reading of the mechanism, with its grounds: not the article's. */
  readonly why: {
    readonly question: string;
    readonly reading: string;
    readonly grounds: readonly string[];
  } | null;
}

export const VIEWS = [
  "gauge",
  "register",
  "terminal",
  "events",
  "lanes",
  "messages",
  "tables",
  "beside",
] as const;
export type View = (typeof VIEWS)[number];
