import * as z from "zod/mini";
import { VERSION } from "../base/version.ts";
import { BUILTIN_IDS, builtinSource } from "../profile/builtin/index.ts";

const head = z.looseObject({ version: z.string() });

/** What `--version --json` prints: whatever a report of a fault must name. */
export async function versionDocument(): Promise<Record<string, unknown>> {
  const profiles = await Promise.all(
    BUILTIN_IDS.map(async (id) => ({ id, version: head.parse(await builtinSource(id)).version })),
  );
  const { version: runtime, platform, arch, execPath, argv } = process;
  return {
    name: "qbrecover",
    version: VERSION,
    build: buildOf(argv[1] ?? execPath),
    runtime,
    platform,
    arch,
    profiles,
  };
}

/** How this program came here: one file that carries its runtime, the package's `dist`, or its source. */
function buildOf(entry: string): "executable" | "package" | "source" {
  if (entry === process.execPath) return "executable";
  return entry.endsWith(".ts") ? "source" : "package";
}
