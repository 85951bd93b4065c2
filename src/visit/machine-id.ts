import { createHash } from "node:crypto";
import type { Evidence } from "../evidence/schema.ts";
import { hardwareAddresses } from "./hardware-addresses.ts";

/**
 * Id of a computer within its visit, from its name and its hardware addresses: offices have many computers of one name,
 * cloned from one image, and adapters that were moved to another computer.
 */
export function machineId(name: string, evidence: Evidence): string {
  const told = JSON.stringify([name.normalize("NFC"), hardwareAddresses(evidence)]);
  return createHash("sha256").update(told).digest("hex").slice(0, 16);
}
