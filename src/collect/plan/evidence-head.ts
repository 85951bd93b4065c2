import { release } from "node:os";
import { isoWithOffset } from "../../base/local-time.ts";
import { VERSION } from "../../base/version.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { EVIDENCE_VERSION } from "../../evidence/version.ts";
import type { ScanInput } from "../context/scan-input.ts";

/** What evidence says of the scan itself: tool, profile, place, options. `startedAt` in milliseconds since the epoch. */
export function evidenceHead(
  input: ScanInput,
  startedAt: number,
): Omit<Evidence, "finishedAt" | "complete" | "observations" | "raw"> {
  return {
    schemaVersion: EVIDENCE_VERSION,
    tool: {
      name: "qbrecover",
      version: VERSION,
      platform: input.platform,
      release: release(),
      runtime: process.version,
    },
    startedAt: isoWithOffset(startedAt, input.timeZone, "millisecond"),
    timeZone: input.timeZone,
    options: { only: [...input.only], skip: [...input.skip], deadlineMs: input.deadlineMs },
    profile: input.profile,
    profileHash: input.profileHash,
    site: { ...input.site },
    baseline: input.baseline,
  };
}
