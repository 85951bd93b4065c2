import { z } from "zod";
import { evidenceSchema } from "../evidence/schema.ts";
import { finding, systemResult, verdictSchema } from "../judge/verdict.ts";
import { CAUSES } from "../text/causes/index.ts";
import { MENDERS } from "../text/causes/shape.ts";
import { exportMark } from "../visit/exchange/mark.ts";
import { visitSchema } from "../visit/schema.ts";
import type { Column } from "./table.ts";
import { TABLE_NAMES, TABLES, type TableName } from "./tables.ts";

const cause = z.enum(CAUSES);
const told = evidenceSchema.shape.profile.shape;

/** A finding with the words that it was told in. */
const toldFinding = z.strictObject({
  ...finding.shape,
  title: z.string(),
  explanation: z.string(),
  remedy: z.string(),
  mender: z.enum(MENDERS),
  tell: z.string(),
  tests: z.array(z.strictObject({ cause, title: z.string(), test: z.string().nullable() })),
});

/** What `scan --json`, `practice --json` and `judge --json` print (CONTRACT). */
export const scanDocumentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: evidenceSchema.shape.tool,
  visit: visitSchema.pick({ id: true, stage: true, campaign: true, startedAt: true, site: true }).strict().nullable(),
  profile: z.strictObject({ id: told.id, version: told.version, name: told.name, hash: z.string() }),
  verdict: z.strictObject({ ...verdictSchema.omit({ systems: true }).shape, findings: z.array(toldFinding) }),
  systems: z.array(z.strictObject({ ...systemResult.shape, name: z.string() })),
  evidence: evidenceSchema,
});

/** A visit as `visits export`, `upload --bundle` and `report --format json|ndjson` write it, one a line or element. */
export const exportedVisitSchema = z.strictObject({ ...visitSchema.shape, export: exportMark.optional() });

/** The array that `report --format json` prints: whole visits, or rows of one of the tables. */
export async function reportSchema(): Promise<z.ZodType> {
  const rows = await Promise.all(TABLE_NAMES.map(rowSchema));
  return z.union([z.array(exportedVisitSchema), ...rows.map((row) => z.array(row))]);
}

async function rowSchema(name: TableName): Promise<z.ZodType> {
  const { columns } = await TABLES[name]();
  return z.strictObject(Object.fromEntries(columns.map((column) => [column.id, cellSchema(column)]))).meta({
    title: name,
  });
}

function cellSchema({ kind }: Column): z.ZodType {
  switch (kind) {
    case "yesNo":
      return z.boolean();
    case "number":
      return z.number().nullable();
    default:
      return z.union([z.string(), z.number()]).nullable();
  }
}

/** A zod schema as JSON Schema, draft 2020-12. */
export function jsonSchemaOf(title: string, schema: z.ZodType): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "output", reused: "ref" });
  return { $schema, title, ...rest };
}
