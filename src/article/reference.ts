import { z } from "zod";

/** The parts of JSON Schema that the schemas of this project come out as. */
interface SchemaNode {
  type?: string;
  description?: string;
  pattern?: string;
  format?: string;
  enum?: string[];
  items?: SchemaNode;
  properties?: Record<string, SchemaNode>;
  required?: string[];
}

/** The JSON Schema of a zod schema, for editors: `# yaml-language-server: $schema=…` and their like. */
export function jsonSchema(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 2)}\n`;
}

/** A Markdown table of a zod object's fields: name, what it holds, meaning. Fields of objects follow their object. */
export function fieldTable(schema: z.ZodType): string {
  const node = z.toJSONSchema(schema, { io: "input" }) as SchemaNode;
  const rows = fieldRows(node, "").map((row) => `| ${row.map(cell).join(" | ")} |`);
  return ["| field | holds | meaning |", "|---|---|---|", ...rows].join("\n");
}

function fieldRows(node: SchemaNode, prefix: string): string[][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const needed = node.required?.includes(name) ? ", needed" : "";
    const row = [`\`${path}\``, `${typeOf(field)}${needed}`, field.description ?? ""];
    return [row, ...fieldRows(field, `${path}.`), ...fieldRows(field.items ?? {}, `${path}[].`)];
  });
}

function typeOf(field: SchemaNode): string {
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(", ");
  if (field.type === "array") return `list of ${plural(typeOf(field.items ?? {}))}`;
  if (field.type === "object") return "fields";
  if (field.format === "date") return "date";
  return { string: "text", integer: "whole number", number: "number" }[field.type ?? ""] ?? "value";
}

function plural(type: string): string {
  return (
    { text: "texts", "whole number": "whole numbers", fields: "groups of fields" }[type] ?? type
  );
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
