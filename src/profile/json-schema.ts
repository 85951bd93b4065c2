import { z } from "zod";
import { profileSchema } from "./schema.ts";
import { variablesSchema } from "./placeholders.ts";

/**
 * JSON Schema (draft 2020-12) of profile files, for editors and for whoever issues profiles. It says what a file may
 * hold; uniqueness of ids and references between systems are checked on top of it.
 */
export function profileJsonSchema(): Record<string, unknown> {
  const made = z.toJSONSchema(profileSchema, { io: "input" });
  const { $schema, properties, $defs, ...rest } = made;
  const { id: _local, ...host } = { ...$defs?.["host"] };
  return {
    $schema,
    title: "qbrecover profile",
    ...rest,
    properties: {
      $schema: { type: "string" },
      ...properties,
      variables: withoutSchema(z.toJSONSchema(variablesSchema)),
    },
    $defs: {
      ...$defs,
      host: { ...host, anyOf: [...(host.anyOf ?? []), { type: "string", pattern: "\\{[a-z][a-z0-9_]{0,39}\\}" }] },
    },
  };
}

function withoutSchema(schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  const { $schema: _version, $defs: _shared, ...rest } = schema;
  return rest;
}
