import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";

const FOLDER = new URL("../../fixtures/evidence/", import.meta.url);
const recording = z.object({ id: z.string(), evidence: evidenceSchema });

/** Everything that the fault laboratory recorded (`LAB_RECORD=1 npm run test:lab`), as it was seen. */
export function labRecordings(): readonly { readonly id: string; readonly evidence: Evidence }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => recording.parse(JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"))));
}
