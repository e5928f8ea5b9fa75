/**
 * What a scenario file may hold: the one origin of its TypeScript type, the JSON Schema for editors and the reference in
 * `docs/`. What one part says of another (names, types, quotes) is checked by `compile.ts`.
 */

import { z } from "zod";
import { VIEWS } from "../types.ts";

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, "Expected a name: a small letter, then letters and digits");
const text = z.string().min(1);
const whole = z.int();
const expression = z
  .union([z.string().min(1), z.int(), z.boolean()], { error: "Expected an expression" })
  .describe("An expression in CEL's syntax, such as `messages > limit`.");
const unit = z.tuple([text, text]).describe("Singular and plural: `[message, messages]`.");
const value = z.union([z.int(), z.string()], { error: "Expected a number or a text" });

/**
 * Words of the simulated system, and where they come from: exactly one of `quote`, `cited` and `inferred`. A text alone is
 * a quote.
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
    })
    .refine((w) => [w.quote, w.cited, w.inferred].filter((x) => x !== undefined).length === 1, {
      error: "Expected exactly one of quote, cited and inferred",
    })
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
    (given) => (Array.isArray(given) ? (given as unknown[]) : [given]),
    z.array(of).min(1),
  );
const utterances = oneOrMore(words);
const says = z.record(id, utterances);

const grounds = {
  quote: text.optional().describe("The article's words that this rests on. Checked."),
};
const effect = z.union(
  [
    z.strictObject({ set: id, to: expression }),
    z.strictObject({ act: id, with: z.record(id, expression).optional() }),
    z.literal("converse"),
    z.strictObject({ log: id }),
    z.strictObject({ wait: text }),
    z.strictObject({ note: text, ...grounds }),
    z.strictObject({ works: text, ...grounds }),
    z.strictObject({ fails: text, ...grounds }),
    z.strictObject({ hangs: text, ...grounds }),
  ],
  { error: "Expected an effect: set, act, converse, log, wait, note, works, fails or hangs" },
);
export type EffectSource = z.infer<typeof effect>;

const rule = z.strictObject({
  when: expression.optional().describe("The first rule whose `when` holds acts, and no other."),
  then: oneOrMore(effect),
});
/** Effects without a rule around them are one rule that always acts. */
const rules = z.preprocess(asRules, z.array(rule).min(1));

function asRules(given: unknown): unknown {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const isRule = (item: unknown) => typeof item === "object" && item !== null && "then" in item;
  return list.some(isRule) ? list : [{ then: list }];
}

export type RuleSource = z.infer<typeof rule>;

const range = { from: whole, to: whole, unit: unit.optional() };
const choices = z.record(id, text).describe("Labels by id.");
const setting = z
  .strictObject({
    label: text,
    from: whole.optional(),
    to: whole.optional(),
    unit: unit.optional(),
    choices: choices.optional(),
    default: value.describe("On the command line."),
    opens: value.optional().describe("When the page opens; `default` where absent."),
  })
  .refine((s) => (s.choices === undefined) === (s.from !== undefined && s.to !== undefined), {
    error: "Expected either `choices`, or `from` and `to`",
  });
export type SettingSource = z.infer<typeof setting>;

const action = z.strictObject({
  label: text.describe("In the trace; `{n}` is the argument `n` with its unit."),
  args: z.record(id, z.strictObject({ ...range, default: whole })).optional(),
  rules,
});
export type ActionSource = z.infer<typeof action>;

const session = z.strictObject({
  open: words.describe("What the client types to connect."),
  lines: z.array(words).describe("What it types then, a line each."),
  says: says.optional().describe("What the server says, by the device's keys."),
});
export type SessionSource = z.infer<typeof session>;

const remedy = z.strictObject({
  label: text,
  acts: z
    .enum(["on this run", "from the start"])
    .describe(
      "Whether it removes the failure of a failed run, or prevents it when the same is played again.",
    ),
  set: z.record(id, value),
  quote: text.describe("The article's words for it. Checked."),
});

export const scenarioSchema = z.strictObject({
  title: text,
  uses: text.optional().describe("A phrase book: words that several scenarios share."),
  views: z.array(z.enum(VIEWS)).min(1).describe("Parts of the instrument, in order."),
  settings: z.record(id, setting),
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
    .object({ by: id.describe("The setting that chooses the client."), otherwise: text })
    .catchall(session)
    .optional(),
  events: z.record(id, text).optional().describe("Event records in the article's words. Checked."),
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
    })
    .optional()
    .describe("What follows from a session."),
  buttons: z.array(z.strictObject({ label: text, do: text })).min(1),
  remedies: z.record(id, remedy),
  demonstration: z
    .array(text)
    .min(1)
    .describe("The run that starts healthy and reaches the failure."),
  probe: text.describe("The input that shows whether the failure is there."),
  teaches: text.optional(),
  why: z
    .strictObject({ question: text, reading: text, grounds: z.array(text).min(1) })
    .optional()
    .describe("Our reading of the mechanism, not the article's."),
});
export type ScenarioSource = z.infer<typeof scenarioSchema>;

/** Words that several scenarios share: what fills their texts, and what each device says. */
export const phraseBookSchema = z.strictObject({
  fills: z.record(id, utterances).optional(),
  says: z.record(id, says).describe("By device, then by the device's keys."),
});
export type PhraseBook = z.input<typeof phraseBookSchema>;
