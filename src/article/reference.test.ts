import { expect, test } from "vitest";
import { z } from "zod";
import { fieldTable, jsonSchema } from "./reference.ts";
import { frontMatterSchema } from "./schema.ts";

// After a change of the schema, `npm run test:unit -- -u` writes both files anew.

test("docs/article-fields.md is what the schema says", async () => {
  const page = `# The fields of an article

Made from \`src/article/schema.ts\`; how to write an article is told in [article-file.md](article-file.md).

${fieldTable(frontMatterSchema)}
`;
  await expect(page).toMatchFileSnapshot("../../docs/article-fields.md");
});

test("docs/article.schema.json is what the schema says", async () => {
  const text = jsonSchema(frontMatterSchema, "Front matter of an article");
  await expect(text).toMatchFileSnapshot("../../docs/article.schema.json");
});

test("a table names nested fields by their paths, and what is needed", () => {
  const schema = z.strictObject({
    events: z.array(z.strictObject({ id: z.string().describe("The number | id.") })).optional(),
  });
  expect(fieldTable(schema)).toBe(
    `| field | holds | meaning |
|---|---|---|
| \`events\` | list of groups of fields |  |
| \`events[].id\` | text, needed | The number \\| id. |`,
  );
});
