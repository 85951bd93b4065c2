import { jsonText } from "../base/json-text.ts";
import type { CommandContext } from "../base/context.ts";
import { EXIT, type ExitCode } from "../base/exit.ts";
import type { OptionValues, SchemaName } from "../base/option-values.ts";
import { profileJsonSchema } from "../profile/json-schema.ts";
import { exportedVisitSchema, jsonSchemaOf, reportSchema, scanDocumentSchema } from "../report/schemas.ts";

/** `qbrecover schema NAME`: the JSON Schema of one kind of document, draft 2020-12. The parser knows the names. */
export async function run(context: CommandContext, args: readonly string[], _options: OptionValues): Promise<ExitCode> {
  // commander has refused every other name.
  const schema = await schemaOf(args[0] as SchemaName);
  context.out(`${jsonText(schema, 2)}\n`);
  return EXIT.healthy;
}

async function schemaOf(name: SchemaName): Promise<Record<string, unknown>> {
  switch (name) {
    case "scan":
      return jsonSchemaOf("qbrecover scan", scanDocumentSchema);
    case "visit":
      return jsonSchemaOf("qbrecover visit", exportedVisitSchema);
    case "report":
      return jsonSchemaOf("qbrecover report", await reportSchema());
    case "events": {
      const { eventSchema } = await import("../report/events.ts");
      return jsonSchemaOf("qbrecover events", eventSchema);
    }
    case "profile":
      return profileJsonSchema();
  }
}
