import type { Disposition, Flag } from "../../visit/schema.ts";
import { dataAtRisk, hasWetData, isSoaked, type Facts } from "./facts.ts";

/** What the data in a device asks for. It hangs on the data, whatever the water did and whatever rule decided. */
export interface DataResult {
  readonly flags: readonly Flag[];
  readonly advice: readonly string[];
}

/** Types whose settings or memory cards tell about the office, though they carry no files of their own. */
const REMEMBERS: readonly string[] = [
  "printer_laser",
  "switch",
  "router_ont",
  "ap",
  "camera",
  "vc_set",
  "phone_fax",
  "radio",
];

const isGivenUp = (disposition: Disposition): boolean => disposition === "REPLACE" || disposition === "HAZARD";

/** Data without a copy, in a device that is not simply used on. What nobody knows counts once the device is in trouble. */
function isRescueDue(facts: Facts, disposition: Disposition): boolean {
  if (!facts.type.storage || disposition === "REUSE") return false;
  if (facts.data === "important" || facts.data === "secret") return true;
  return facts.data === "unknown" && (facts.water !== "none" || disposition !== "HOLD");
}

/**
 * Rescue first, secrets sealed, disks kept: flags and advice for a device with this disposition.
 * @param disposition the final one
 */
export function dataResult(facts: Facts, disposition: Disposition): DataResult {
  if (!facts.type.storage) {
    return { flags: [], advice: isGivenUp(disposition) && REMEMBERS.includes(facts.type.id) ? ["clear_memory"] : [] };
  }
  const isSecret = facts.data === "secret";
  const isRescue = isRescueDue(facts, disposition);
  const isSealed = isSecret && disposition !== "REUSE";
  return {
    flags: [...(isRescue ? (["DATA_FIRST"] as const) : []), ...(isSealed ? (["SECRET_SEAL"] as const) : [])],
    advice: [
      ...(isSealed ? ["secret_report"] : []),
      ...(isRescue ? rescueAdvice(facts, disposition) : []),
      ...(disposition === "REUSE" && facts.data === "important" ? ["back_up_now"] : []),
      ...(isGivenUp(disposition) ? [isSecret ? "secret_destroy" : "wipe_or_destroy"] : []),
      ...(isDiskApart(facts, disposition) ? ["disk_custody"] : []),
    ],
  };
}

/** A wet disk is not touched but by specialists; what is dry or above the water is copied by another computer before anything is repaired. */
function rescueAdvice(facts: Facts, disposition: Disposition): string[] {
  if (hasWetData(facts) || (facts.data === "secret" && isSoaked(facts))) return ["disk_do_not"];
  return disposition === "HOLD" ? [] : ["copy_data_first"];
}

/** A disk that is out of its machine, or is to be taken out before the machine goes: somebody must answer for it. */
function isDiskApart(facts: Facts, disposition: Disposition): boolean {
  if (facts.data === "none") return facts.own("disk_out") === "co";
  const leaves =
    disposition === "REPAIR" || isGivenUp(disposition) || (facts.type.class === "storage" && isSoaked(facts));
  return facts.own("disk_out") === "co" || leaves || (dataAtRisk(facts) && hasWetData(facts));
}
