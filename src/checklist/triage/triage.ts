import {
  FLAGS,
  type Answers,
  type Device,
  type Disposition,
  type Flag,
  type TriageResult,
} from "../../visit/schema.ts";
import { deviceType, type DeviceType } from "../data/device-types.ts";
import { COMPUTER_OVERRIDES } from "./computer-overrides.ts";
import { batteryResult } from "./battery.ts";
import { contradictionsOf } from "./contradictions.ts";
import { dataResult } from "./data-care.ts";
import { dryingAdvice } from "./drying.ts";
import { factsOf, type Facts } from "./facts.ts";
import { safetyGate } from "./gate.ts";
import { GENERAL_RULES } from "./general-rules.ts";
import { NETWORK_OVERRIDES } from "./network-overrides.ts";
import { OFFICE_OVERRIDES } from "./office-overrides.ts";
import { OTHER_OVERRIDES } from "./other-overrides.ts";
import { madeSafe } from "./power.ts";
import { worseOf, type Override, type Rule } from "./rule.ts";

export const OVERRIDES: readonly Override[] = [
  ...NETWORK_OVERRIDES,
  ...COMPUTER_OVERRIDES,
  ...OFFICE_OVERRIDES,
  ...OTHER_OVERRIDES,
];

/** Results that stand whatever the type says: danger of fire, state secrets, unknown depth. */
const FINAL: readonly string[] = ["G01", "G03", "G09"];
const PROVEN: readonly string[] = ["G12", "G12U"];
/** A lost token is lost, however wet the room was. */
const ALWAYS: readonly string[] = ["token.lost"];

/**
 * What is to become of one device (pure): the general rules, then what its type changes, then what safety forbids.
 * @param device its type and answers; a type this version does not know counts as "other"
 * @param safety the site's safety answers: they decide the gate, and stand in for kind and duration of the water
 *   where the device's own are missing
 * @param overrides what types change; all of them but in tests
 */
export function triage(
  device: Pick<Device, "type" | "answers">,
  safety: Answers,
  overrides: readonly Override[] = OVERRIDES,
): TriageResult {
  const type = deviceType(device.type) ?? otherType();
  const gatePassed = safetyGate(safety).state === "PASS";
  const facts = factsOf(type, device.answers, safety, gatePassed);
  const general = GENERAL_RULES.find((rule) => rule.when(facts)) ?? lastRule();
  let disposition: Disposition = typeof general.result === "function" ? general.result(facts) : general.result;
  let rule = general.id;
  const flags: Flag[] = [...(general.flags?.(facts) ?? [])];
  const advice: string[] = [...(general.advice?.(facts) ?? [])];
  for (const override of overrides) {
    if (!override.types.includes(type.id) || !override.when(facts) || !isAllowed(override, general)) continue;
    const changed = applied(override, facts, disposition);
    if (changed !== disposition) rule = override.id;
    disposition = changed;
    flags.push(...(override.flags ?? []));
    advice.push(...(override.advice ?? []));
  }
  const battery = batteryResult(facts, flags.includes("HAZ_BATTERY"));
  const safe = madeSafe(facts, {
    disposition,
    rule,
    flags: new Set([...flags, ...battery.flags, ...standingFlags(facts)]),
  });
  const data = dataResult(facts, safe.disposition);
  const unclear = contradictionsOf(type, device.answers, safety);
  const told = new Set<Flag>([...safe.flags, ...data.flags, ...(unclear.length > 0 ? (["VERIFY"] as const) : [])]);
  const all = [
    ...new Set([
      ...unclear.map((each) => each.advice),
      ...advice,
      ...battery.advice,
      ...data.advice,
      ...safe.advice,
      ...dryingAdvice(facts, safe.disposition),
    ]),
  ];
  return {
    disposition: safe.disposition,
    rule: safe.rule,
    flags: FLAGS.filter((flag) => told.has(flag) && (flag !== "WATCH_30D" || safe.disposition === "REUSE")),
    // No part is bought for what is replaced itself.
    advice: isGivenUp(safe.disposition) ? all.filter((id) => !id.startsWith("part_")) : all,
  };
}

function isAllowed(override: Override, general: Rule): boolean {
  if (ALWAYS.includes(override.id)) return general.id !== "G01" && general.id !== "G03";
  if (FINAL.includes(general.id)) return false;
  return override.unlessProven !== true || !PROVEN.includes(general.id);
}

function applied(override: Override, facts: Facts, before: Disposition): Disposition {
  if (override.to === null) return before;
  return "set" in override.to ? override.to.set(facts, before) : worseOf(before, override.to.atLeast);
}

/** Flags that hold whatever rule decides: they add up. */
function standingFlags(facts: Facts): Flag[] {
  const flags: Flag[] = [];
  const wet = facts.water !== "none" && facts.water !== "humid";
  if (facts.data === "secret" && wet) flags.push("NO_POWER");
  if (facts.unknowns.length > 0) flags.push("VERIFY");
  return flags;
}

/** The device itself goes: parts of it are not replaced. */
const isGivenUp = (disposition: Disposition): boolean => disposition === "REPLACE" || disposition === "HAZARD";

function otherType(): DeviceType {
  const other = deviceType("other");
  if (other === undefined) throw new Error("the type 'other' is missing from the table");
  return other;
}

function lastRule(): Rule {
  const last = GENERAL_RULES.at(-1);
  if (last === undefined) throw new Error("the table of rules is empty");
  return last;
}
