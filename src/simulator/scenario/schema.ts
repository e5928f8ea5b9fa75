/**
 * What a scenario file may hold: the one origin of its TypeScript type, the JSON Schema for editors and the reference in
 * `docs/`. What one part says of another (names, types, quotes) is checked by `compile.ts`.
 */

import { z } from "zod";
import { DRAWINGS, VIEWS } from "../types.ts";

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "Expected a name: a small letter, then letters and digits");
const text = z.string().min(1);
const whole = z.int();
const expression = z
  .union([z.string().min(1), z.int(), z.boolean()], { error: "Expected an expression" })
  .meta({ holds: "expression" });
const unit = z.tuple([text, text]).describe("Singular and plural: `[message, messages]`.");
const value = z.union([z.int(), z.string()], { error: "Expected a number or a text" });
const scalar = z
  .union([z.number(), z.string(), z.boolean()], {
    error: "Expected a number, a text, true or false",
  })
  .meta({ holds: "value" });

const place = {
  at: id
    .optional()
    .describe("Section that holds `block`: `symptoms`. `kb check --blocks ID` tells names."),
  block: z
    .string()
    .regex(/^[a-z]+-[0-9]+$/, "Expected a block's name, such as event-1")
    .optional()
    .describe("A whole block of this article as a quote: `event-1`."),
  line: z.int().min(1).optional().describe("One line of the block, from 1."),
  fill: z
    .record(text, id)
    .optional()
    .describe("What stands for the article's placeholders: `<server>: host`. Shown as filled."),
};
const hasPlace = (w: { at?: unknown; block?: unknown }) =>
  (w.at === undefined) === (w.block === undefined);
const PLACE_ERROR = { error: "Expected `at`, the section, and `block` together" };

/**
 * Words of the simulated system, and where they come from: exactly one of `quote`, `block`, `cited` and `inferred`. A text
 * alone is a quote.
 */
const words = z.preprocess(
  (given) => (typeof given === "string" ? { quote: given } : given),
  z
    .strictObject({
      when: expression.optional().describe("Of several, the first whose `when` holds is said."),
      quote: text.optional().describe("Words of this article. Checked."),
      cited: text.optional().describe("Words of, or following from, the article named by `in`."),
      in: z
        .string()
        .regex(/^[A-Z]+[0-9]{1,9}$/, "Expected an article's id")
        .optional(),
      note: text
        .optional()
        .describe("What that article says, where it is not the words themselves."),
      inferred: text.optional().describe("Words of our own. `because` says why these."),
      because: text.optional(),
      ...place,
    })
    .refine(hasPlace, PLACE_ERROR)
    .refine(
      (w) => [w.quote, w.block, w.cited, w.inferred].filter((x) => x !== undefined).length === 1,
      { error: "Expected exactly one of quote, block, cited and inferred" },
    )
    .refine((w) => (w.cited !== undefined) === (w.in !== undefined), {
      error: "Expected `in`, the article's id, with `cited` and nowhere else",
    })
    .refine((w) => (w.inferred !== undefined) === (w.because !== undefined), {
      error: "Expected `because`, the reason, with `inferred` and nowhere else",
    })
    .refine((w) => w.note === undefined || w.cited !== undefined, {
      error: "Expected `note` only with `cited`",
    }),
);
export type WordsSource = z.infer<typeof words>;

const oneOrMore = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (given) => (Array.isArray(given) || given === undefined ? given : [given]),
    z.array(of).min(1),
  );
const utterances = oneOrMore(words);
const says = z.record(id, utterances);

const grounds = {
  quote: text.optional().describe("The article's words that this rests on. Checked."),
};
const outcome = { ...grounds };
const title = text.optional().describe("The title bar.");
const buttons = z.array(text).optional().describe("What can be pressed: `[OK]` where absent.");
const EFFECTS = [
  z.strictObject({ set: id, to: expression }).describe("Gives a setting or variable a value."),
  z
    .strictObject({ act: id, with: z.record(id, expression).optional() })
    .describe("Does what an action declared above this one does."),
  z.literal("converse").describe("Runs the session of the chosen client."),
  z.strictObject({ log: id }).describe("Writes one of `events` to the event log."),
  z.strictObject({ wait: text }).describe("Says what is waited for."),
  z.strictObject({ note: text, ...grounds }).describe("A remark of the author’s."),
  z.strictObject({ say: words }).describe("A line that the system writes in the terminal."),
  z.strictObject({ type: words }).describe("A line that a person types there."),
  z.strictObject({ message: words, title, buttons }).describe("A message box."),
  z
    .strictObject({ row: id, cells: z.array(text).min(1) })
    .describe("A row more in one of `tables`, a cell a column."),
  z
    .strictObject({ beside: text, expected: expression, actual: expression, ...grounds })
    .describe("A value that was expected beside the one that was found."),
  z.strictObject({ works: text, ...outcome }).describe("The outcome: all is well."),
  z.strictObject({ fails: text, ...outcome }).describe("The outcome: the failure."),
  z.strictObject({ hangs: text, ...outcome }).describe("The outcome: nothing goes on."),
  z.strictObject({ wrong: text, ...outcome }).describe("The outcome: a wrong result."),
  z
    .strictObject({ byDesign: text, ...outcome })
    .describe("The outcome: it is meant to be so, though it looks like a failure."),
] as const;
export type PlainEffectSource = z.infer<(typeof EFFECTS)[number]>;

/** Written out, because an effect may hold rules, and rules effects. */
export interface EachSource {
  readonly each: string;
  readonly in: string | number | boolean;
  readonly do: readonly RuleSource[];
}
export interface RuleSource {
  readonly when?: string | number | boolean | undefined;
  readonly then: readonly EffectSource[];
}
export type EffectSource = PlainEffectSource | EachSource;

const each: z.ZodType<EachSource> = z
  .strictObject({
    each: id.describe("The item's name in what is done for each."),
    in: expression,
    get do() {
      return rules;
    },
  })
  .describe("Does the same for each item of a list.");
const effect: z.ZodType<EffectSource> = z.union([...EFFECTS, each], {
  error: ({ input }) => problemOfEffect(input),
});

const EFFECT_NAMES =
  "set act converse log wait note say type message row beside each works fails hangs wrong byDesign".split(
    " ",
  );

function problemOfEffect(input: unknown): string {
  if (isRule(input)) return NO_RULE_HERE;
  const found = EFFECT_NAMES.filter((name) => Object.keys(Object(input) as object).includes(name));
  return found.length > 1
    ? `Unexpected ${found.join(" and ")} in one effect, expected each in a { } of its own`
    : `Expected an effect: ${EFFECT_NAMES.slice(0, -1).join(", ")} or ${EFFECT_NAMES.at(-1)}`;
}

const NO_RULE_HERE =
  "Unexpected rule, expected an effect: let an action of its own decide, and `act` that one";
const NO_EFFECT_HERE =
  "Unexpected effect beside rules, expected `when` and `then`: put it into their `then`, or into an action of its own";

function isRule(item: unknown): boolean {
  return typeof item === "object" && item !== null && ("then" in item || "when" in item);
}

const rule: z.ZodType<RuleSource> = z
  .any()
  .refine(isRule, { error: NO_EFFECT_HERE, abort: true })
  .pipe(
    z.strictObject({
      when: expression.optional().describe("The first rule whose `when` holds acts, and no other."),
      then: oneOrMore(effect),
    }),
  );
/** Effects without a rule around them are one rule that always acts. */
const rules: z.ZodType<RuleSource[]> = z.preprocess(asRules, z.array(rule).min(1));

function asRules(given: unknown): unknown {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return list.some(isRule) ? list : [{ then: list }];
}

const choices = z.record(id, text).describe("Labels by id.");
/** Whole numbers by their width. */
export const WIDTHS = ["u8", "u16", "i16", "u32", "i32"] as const;
const setting = z
  .strictObject({
    label: text,
    type: z
      .enum(WIDTHS)
      .optional()
      .describe("The width of a number: its range, where `from` and `to` are absent."),
    from: whole
      .optional()
      .describe("The ends of its range: it stays there, whatever rules give it."),
    to: whole.optional(),
    unit: unit.optional(),
    choices: choices.optional(),
    default: value.describe("Where `kb simulate` starts when it is told what to do."),
    opens: value
      .optional()
      .describe(
        "Where the page, the demonstration and the examples of `check` start; `default` where absent.",
      ),
  })
  .refine(
    (s) => (s.from === undefined) === (s.to === undefined) && !(s.choices && s.from !== undefined),
    {
      error: "Expected either `choices`, or `from` and `to`, or a `type`",
    },
  );
export type SettingSource = z.infer<typeof setting>;

/** Types of variables that are no list. */
export const SCALARS = [...WIDTHS, "i64", "decimal", "text", "choice", "flag", "date"] as const;
const variable = z
  .strictObject({
    type: z.enum([...SCALARS, "list"]),
    label: text.optional().describe("Without one its changes are not shown."),
    of: z.enum(SCALARS).optional().describe("What a list holds."),
    from: whole.optional().describe("A narrower range than the type's."),
    to: whole.optional(),
    unit: unit.optional(),
    overflow: z
      .enum(["wrap", "stop", "saturate"])
      .optional()
      .describe(
        "What happens to a number that does not fit: only its lowest bits stay, the run stops (see `on`), or it stays at the end of its range. `stop` where absent.",
      ),
    places: z.int().min(0).max(30).optional().describe("Places of a decimal; 2 where absent."),
    rounding: z
      .enum(["roundHalfEven", "roundHalfUp", "truncate", "floor", "ceil"])
      .optional()
      .describe("How a decimal is brought to its places; `roundHalfEven` where absent."),
    choices: choices.optional(),
    is: z.union([scalar, z.array(scalar)]).describe("What it holds at the beginning."),
  })
  .refine((v) => (v.type === "list") === (v.of !== undefined), {
    error: "Expected `of`, what the list holds, with a list and nowhere else",
  })
  .refine((v) => (v.type === "choice" || v.of === "choice") === (v.choices !== undefined), {
    error: "Expected `choices` with a choice and nowhere else",
  });
export type VariableSource = z.infer<typeof variable>;

const action = z.strictObject({
  label: text.describe("In the trace; `{n}` is the argument `n` with its unit."),
  args: z
    .record(
      id,
      z
        .strictObject({
          like: id
            .optional()
            .describe("The setting whose unit it has, and of which it may be as large."),
          from: whole.optional(),
          to: whole.optional(),
          unit: unit.optional(),
          default: whole,
        })
        .refine((a) => a.like !== undefined || (a.from !== undefined && a.to !== undefined), {
          error: "Expected `from` and `to`, or `like` and a setting",
        }),
    )
    .optional(),
  rules,
});
export type ActionSource = z.infer<typeof action>;

const session = z.strictObject({
  open: words
    .optional()
    .describe("What the client types to connect; the phrase book's where absent."),
  lines: z
    .array(words)
    .optional()
    .describe("What it types then, a line each. A line whose `when` does not hold is left out."),
  says: says.optional().describe("What the server says, by the device's keys."),
  given: z
    .record(id, expression)
    .optional()
    .describe("What the device is told of the scenario: `relays`, of SMTP."),
});
export type SessionSource = z.infer<typeof session>;

const remedy = z.strictObject({
  label: text,
  acts: z
    .enum(["on this run", "from the start"])
    .default("on this run")
    .describe(
      "Whether it removes the failure of a failed run, or prevents it when the same is played again.",
    ),
  set: z.record(id, value).describe("Values that settings get: no expressions."),
  quote: text.describe("The article's words for it. Checked."),
});

const example = z
  .strictObject({
    set: z
      .record(id, value)
      .optional()
      .describe("Settings that differ from those that the page opens with."),
    with: z.array(id).optional().describe("Remedies that hold from the start."),
    run: z.array(text).optional().describe("Inputs; the probe where absent."),
    ends: z.enum(["works", "fails", "hangs", "wrong", "byDesign"]).optional(),
    shows: oneOrMore(text).optional().describe("Texts that stand somewhere in the trace."),
    values: z
      .record(id, z.union([scalar, z.array(scalar)]))
      .optional()
      .describe("What variables and settings hold at the end."),
  })
  .refine((e) => e.ends !== undefined || e.shows !== undefined || e.values !== undefined, {
    error: "Expected what should come out: ends, shows or values",
  });
export type ExampleSource = z.infer<typeof example>;

export const scenarioSchema = z.strictObject({
  title: text,
  uses: text.optional().describe("A phrase book: words that several scenarios share."),
  views: z.array(z.enum(VIEWS)).min(1).describe("Parts of the instrument, in order."),
  settings: z.record(id, setting),
  variables: z.record(id, variable).optional().describe("What rules change and readers do not."),
  tables: z
    .record(
      id,
      z
        .strictObject({
          title: text,
          columns: z.array(text).min(1),
          as: z
            .enum(DRAWINGS)
            .optional()
            .describe(
              "How its rows are drawn, by their first cell: a time (`timeline`), a date (`calendar`), a path (`tree`).",
            ),
          limit: whole
            .min(1)
            .optional()
            .describe("Of a timeline or tree: the last time, or the longest path, that works."),
        })
        .refine((t) => t.limit === undefined || t.as === "timeline" || t.as === "tree", {
          error: "Expected `limit` only in a timeline or a tree",
        }),
    )
    .optional()
    .describe("Tables that gain rows."),
  limit: z
    .strictObject({ of: id, is: whole.describe("The last value that works."), quote: text })
    .optional(),
  let: z
    .record(id, expression)
    .optional()
    .describe("Names for expressions, each after those it uses."),
  mailbox: z
    .strictObject({
      size: id.describe("The setting that counts its messages."),
      access: expression.describe('What a mail client meets: "granted", "refused" or "silent".'),
    })
    .optional(),
  sessions: z
    .object({
      by: id.optional().describe("The setting that chooses the client, where there are several."),
      otherwise: text
        .optional()
        .describe("Why there is nothing to type where a choice has no session."),
    })
    .catchall(session)
    .optional(),
  events: z
    .record(
      id,
      z.union([text, z.strictObject(place).refine(hasPlace, PLACE_ERROR)], {
        error: "Expected an event record, or `at` and `block`",
      }),
    )
    .optional()
    .describe("Event records in the article's words. Checked."),
  placeholders: z.array(text).optional().describe("The article's own placeholders."),
  fills: z
    .record(id, utterances)
    .optional()
    .describe("What `{name}` stands for in the system's words."),
  actions: z.record(id, action),
  on: z
    .strictObject({
      logonRefused: rules.optional(),
      hangs: rules.optional(),
      completed: rules.optional(),
      recipientRefused: rules.optional(),
      messageAccepted: rules.optional(),
      overflow: rules.optional(),
      divisionByZero: rules.optional(),
      noResult: rules.optional(),
    })
    .optional()
    .describe("What follows from a session, or from a calculation that stops."),
  buttons: z
    .union([z.array(z.strictObject({ label: text, do: text })).min(1), z.record(text, text)], {
      error: "Expected inputs by label, or a list of label and do",
    })
    .describe("Inputs by label. The first button is the main one."),
  remedies: z.record(id, remedy),
  demonstration: z
    .array(text)
    .min(1)
    .describe("The run that starts healthy and reaches the failure."),
  probe: text
    .optional()
    .describe(
      "The input that shows whether the failure is there; the demonstration's last where absent.",
    ),
  opensFailing: text.optional().describe("Why the probe fails already when the page opens."),
  check: z.array(example).optional().describe("The author's own examples, tried at every check."),
  notModelled: z
    .array(
      z.union(
        [
          z.strictObject({ at: id, block: text, because: text }),
          z.strictObject({ message: text, because: text }),
        ],
        { error: "Expected `at`, `block` and `because`, or `message` and `because`" },
      ),
    )
    .optional()
    .describe("What the article shows and no run produces, with the reason."),
  teaches: text.optional().describe("Shown after the first failure."),
  ask: z
    .strictObject({ question: text, choices, answer: id, because: text })
    .optional()
    .describe("A prediction before the run. It can be skipped, and nothing of it is stored."),
  why: z
    .strictObject({ question: text, reading: text, grounds: z.array(text).min(1) })
    .optional()
    .describe("Our reading of the mechanism, not the article's."),
});
export type ScenarioSource = z.infer<typeof scenarioSchema>;

/** Words that several scenarios share: what fills their texts, and what each device says. */
export const phraseBookSchema = z.strictObject({
  choices: z.record(id, choices).optional().describe("Choices of a setting that has none itself."),
  otherwise: text.optional(),
  sessions: z
    .record(
      id,
      z.strictObject({
        open: words.optional(),
        lines: z.array(words).optional(),
        after: z
          .array(words)
          .optional()
          .describe("What the client types after the scenario's lines."),
      }),
    )
    .optional()
    .describe("By device, what the client types where the scenario does not say."),
  fills: z.record(id, utterances).optional(),
  says: z.record(id, says).describe("By device, then by the device's keys."),
});
export type PhraseBook = z.input<typeof phraseBookSchema>;
