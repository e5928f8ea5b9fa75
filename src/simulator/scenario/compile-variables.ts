/** Variables of a scenario file: their types, widths and first values. */

import { FUNCTIONS } from "../devices/index.ts";
import { computedOf } from "../expression.ts";
import { fit } from "../fit.ts";
import type { ScalarType, Setting, Value, Variable } from "../types.ts";
import { report, type Context } from "./context.ts";
import type { ScenarioSource, VariableSource } from "./schema.ts";
import type { Path } from "./source.ts";
import type { Type } from "./type.ts";

/** What whole numbers of each width hold. */
export const RANGES = {
  u8: [0, 255],
  u16: [0, 65_535],
  i16: [-32_768, 32_767],
  u32: [0, 4_294_967_295],
  i32: [-2_147_483_648, 2_147_483_647],
} as const;

export function compileVariables(context: Context, source: ScenarioSource): Variable[] {
  return Object.entries(source.variables ?? {}).map(([id, variable]) => {
    const path = ["variables", id];
    if (Object.hasOwn(source.settings, id))
      report(context, "unknown-name", path, `There is a setting "${id}" already.`, { at: "key" });
    const { type, of = type, label = null, is } = variable;
    const scalar = scalarType(variable, of);
    if (type !== "list")
      return { id, label, ...scalar, is: first(context, scalar, is, [...path, "is"]) };
    const items = (Array.isArray(is) ? is : [is]).map((item, i) =>
      first(context, scalar, item, [...path, "is", i]),
    );
    return { id, label, type: "list", of: scalar, is: items };
  });
}

function scalarType(source: VariableSource, type: VariableSource["type"]): ScalarType {
  const { unit = null, overflow = "stop", choices = {}, places = 2 } = source;
  switch (type) {
    case "i64":
      return { type, unit, overflow };
    case "decimal":
      return { type, places, unit };
    case "choice":
      return { type, choices: Object.entries(choices).map(([id, label]) => ({ id, label })) };
    case "text":
    case "flag":
    case "date":
      return { type };
    case "list":
      return { type: "text" };
    default: {
      const [from, to] = RANGES[type];
      return { type: "number", from: source.from ?? from, to: source.to ?? to, unit, overflow };
    }
  }
}

/** A first value in the form in which the state holds it. */
function first(context: Context, of: ScalarType, given: unknown, path: Path): Value {
  const problem = problemOf(of, given);
  if (problem === undefined) return formOf(of, given as Value);
  report(context, "bad-value", path, `Unexpected ${JSON.stringify(given)}, expected ${problem}.`);
  return "";
}

function formOf(of: ScalarType, given: Value): Value {
  if (of.type === "i64") return String(BigInt(given));
  if (of.type === "decimal") {
    const round = FUNCTIONS["roundHalfEven"] as (text: string, places: bigint) => string;
    return round(String(given), BigInt(of.places));
  }
  return given;
}

function problemOf(of: ScalarType, given: unknown): string | undefined {
  switch (of.type) {
    case "number":
      return Number.isSafeInteger(given) && isWithin(of, given as number)
        ? undefined
        : `a whole number from ${of.from} to ${of.to}`;
    case "i64":
      return /^-?\d{1,19}$/.test(String(given)) ? undefined : "a whole number of 64 bits";
    case "decimal":
      return /^-?\d+(\.\d+)?$/.test(String(given)) ? undefined : "a decimal";
    case "choice":
      return of.choices.some(({ id }) => id === given)
        ? undefined
        : `one of ${of.choices.map(({ id }) => id).join(", ")}`;
    case "flag":
      return typeof given === "boolean" ? undefined : "true or false";
    case "date":
      return isDate(given) ? undefined : "a date such as 2000-02-29";
    case "text":
      return typeof given === "string" ? undefined : "a text";
  }
}

function isWithin(of: Extract<ScalarType, { type: "number" }>, value: number): boolean {
  return (
    fit(of.overflow === "stop" ? { ...of, overflow: "saturate" } : of, computedOf(value)).lost ===
    undefined
  );
}

function isDate(given: unknown): boolean {
  if (typeof given !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const time = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(given);
}

/** What an expression that names it gives. */
export function typeOf(of: Setting | Variable): Type {
  switch (of.type) {
    case "list":
      return { list: typeOf({ ...of.of, id: "", label: null, is: "" }) };
    case "choice":
      return of.choices.map(({ id }) => id);
    case "i64":
      return "number";
    default:
      return of.type;
  }
}
