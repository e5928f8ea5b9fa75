/** The reference for authors, made from the schema, the libraries and the devices themselves. Markdown. */

import { z } from "zod";
import { GIVEN, LIBRARIES, UTTERANCES } from "../devices/index.ts";
import type { Signature } from "../devices/library.ts";
import { scenarioSchema } from "./schema.ts";

/** The part of JSON Schema that the scenario's schema makes use of. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  /** What a text means, where it is more than one: "expression". */
  readonly holds?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: string | number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  readonly $ref?: string;
}

/** What names are made of: `id` of the schema. */
const NAME = "^[a-z][A-Za-z0-9]*$";

/** The JSON Schema of a scenario file, for editors. */
export function jsonSchema(): Schema {
  return z.toJSONSchema(scenarioSchema, { io: "output", unrepresentable: "any" }) as Schema;
}

export function reference(): string {
  const schema = jsonSchema();
  return [
    "# Simulators: the reference",
    "Made from the schema, the libraries and the devices by `vitest --update`; do not edit. What the parts are for is in [simulators.md](simulators.md).",
    "## Keys of a scenario",
    table(["key", "holds", "meaning"], keysOf(schema)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) => section(key, part)),
    "## Effects",
    "One a { }. Its first key says which: `{ set: count, to: count + 1 }`. Words (`say`, `type`, `message`) say where they come from, see [simulators.md](simulators.md#where-words-come-from); a `text` is a sentence of the author’s, in which `{count}` stands for the value of `count` with its unit.",
    table(["effect", "holds", "with", "does"], effectsIn(schema)),
    "## Functions",
    "`T` is any type, the same wherever it stands in one line. Methods are written after their first operand, as CEL does.",
    ...Object.entries(LIBRARIES).flatMap(([name, { signatures }]) => [
      `### ${name}`,
      table(["function", "gives", "meaning"], signatures.map(functionRow)),
    ]),
    "## Devices",
    ...Object.entries(UTTERANCES).flatMap(([name, utterances]) => [
      `### ${name}`,
      table(
        ["says", "when", "begins with"],
        Object.entries(utterances).map(([key, { meaning, begins }]) => [
          `\`${key}\``,
          meaning,
          code(begins),
        ]),
      ),
      ...Object.entries(GIVEN[name] ?? {}).map(
        ([key, { type, otherwise, meaning }]) =>
          `It is told \`${key}\` (${type}): ${meaning}; ${String(otherwise)} where nothing is said.`,
      ),
    ]),
    "",
  ].join("\n\n");
}

function section(key: string, part: Schema): string[] {
  const inner = innerOf(part);
  return inner === undefined
    ? []
    : [`### ${key}`, table(["key", "holds", "meaning"], keysOf(inner))];
}

/** The object that a key holds, that each name under it holds, or that a list of it holds. */
function innerOf(part: Schema): Schema | undefined {
  if (part.properties) return part;
  if (typeof part.additionalProperties === "object") return innerOf(part.additionalProperties);
  return part.items && innerOf(part.items);
}

function keysOf({ properties = {}, required = [] }: Schema): string[][] {
  return Object.entries(properties).map(([key, part]) => [
    `\`${key}\`${required.includes(key) ? "" : " (optional)"}`,
    kindOf(part),
    part.description ?? "",
  ]);
}

function kindOf(part: Schema): string {
  if (part.holds !== undefined) return part.holds;
  if (part.pattern === NAME) return "name";
  if (part.properties?.["inferred"]) return "words";
  if (part.enum) return part.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (part.const !== undefined) return `\`${String(part.const)}\``;
  if (part.anyOf) return [...new Set(part.anyOf.map(kindOf))].join(" or ");
  if (part.allOf) return part.allOf.map(kindOf).join(", ");
  if (part.$ref) return "rules";
  if (part.type === "array")
    return part.prefixItems
      ? "two texts"
      : `list of ${part.items ? kindOf(part.items) : "anything"}`;
  if (part.type === "object")
    return typeof part.additionalProperties === "object"
      ? `${kindOf(part.additionalProperties)} by name`
      : "map";
  return (
    { string: "text", integer: "whole number", number: "number", boolean: "true or false" }[
      part.type ?? ""
    ] ?? "words"
  );
}

/** Every effect of the schema: the objects that a rule's `then` may hold. */
function effectsIn(schema: Schema): string[][] {
  const found = new Map<string, string[]>();
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { anyOf } = part as Schema;
    if (anyOf?.some(({ properties }) => properties?.["works"]))
      for (const effect of anyOf) found.set(...effectRow(effect));
    Object.values(part).forEach(look);
  };
  look(schema);
  return Array.from(found, ([name, rest]) => [name, ...rest]);
}

function effectRow(effect: Schema): [name: string, rest: string[]] {
  const { properties = {}, required = [], description = "" } = effect;
  const [name, ...rest] = Object.keys(properties);
  if (name === undefined) return [`\`${String(effect.const)}\``, ["", "", description]];
  const kind = (key: string) => kindOf(properties[key] ?? {});
  const others = rest.map(
    (key) => `\`${key}\`: ${kind(key)}${required.includes(key) ? "" : " (optional)"}`,
  );
  return [`\`${name}\``, [kind(name), others.join("; "), description]];
}

function functionRow({ name, takes, gives, isMethod, about }: Signature): string[] {
  const [first = "", ...rest] = takes;
  const written =
    isMethod === true ? `${first}.${name}(${rest.join(", ")})` : `${name}(${takes.join(", ")})`;
  return [`\`${written}\``, gives.replaceAll("<", "&lt;"), about];
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
