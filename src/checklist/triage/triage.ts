import type { Answers, Device, Disposition, TriageResult } from "../../visit/schema.ts";
import { deviceType, type DeviceType } from "../data/device-types.ts";
import { BATTERY_RULES } from "./battery.ts";
import { CARE_RULES } from "./care.ts";
import { contradictionsOf, CONTRADICTION_RULE } from "./contradictions.ts";
import { DATA_RULES } from "./data-care.ts";
import { factsOf, type DeviceFacts } from "./facts.ts";
import { safetyGate } from "./gate.ts";
import { GENERAL_RULES } from "./general-rules.ts";
import { OVERRIDES } from "./overrides.ts";
import { FINAL_RULES, GATE_RULE, POWER_RULES } from "./power.ts";
import { worseOf, type Override, type Rule } from "./rule.ts";
import { wayOf, type Step, type Way } from "./way.ts";

/** Results that stand whatever the type says: danger of fire, state secrets, unknown depth. */
const FINAL: readonly string[] = ["G01", "G03", "G09"];
const PROVEN: readonly string[] = ["G12", "G12U"];
/** A lost token is lost, however wet the room was. */
const ALWAYS: readonly string[] = ["token.lost"];

/** A result with the way to it. */
export interface Explained {
  readonly result: TriageResult;
  readonly steps: readonly Step[];
  /** Questions that apply and that nobody could answer. */
  readonly unknowns: readonly string[];
}

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
  return explainTriage(device, safety, overrides).result;
}

/** The same with every rule that had a part in it, in order. */
export function explainTriage(
  device: Pick<Device, "type" | "answers">,
  safety: Answers,
  overrides: readonly Override[] = OVERRIDES,
): Explained {
  const type = deviceType(device.type) ?? otherType();
  const facts = factsOf(type, device.answers, safety, safetyGate(safety).state === "PASS");
  const way = wayOf(facts);
  for (const { advice } of contradictionsOf(type, device.answers, safety))
    way.add({ ...CONTRADICTION_RULE, flags: ["VERIFY"], advice: [advice] });
  decide(way, overrides);
  way.stand(BATTERY_RULES);
  way.stand(POWER_RULES);
  const final = FINAL_RULES.find((rule) => rule.from.includes(way.now().disposition) && rule.when(facts, way.now()));
  way.stand(DATA_RULES, final?.to);
  if (final !== undefined) way.add({ ...final, disposition: final.to });
  way.stand([...CARE_RULES, GATE_RULE]);
  return {
    result: way.result(facts.unknowns.length > 0 ? ["VERIFY"] : []),
    steps: way.steps,
    unknowns: facts.unknowns,
  };
}

function decide(way: Way, overrides: readonly Override[]): void {
  const { facts } = way;
  const general = GENERAL_RULES.find((rule) => rule.when(facts)) ?? lastRule();
  const decided = typeof general.result === "function" ? general.result(facts) : general.result;
  way.add({
    ...general,
    disposition: decided,
    flags: general.flags?.(facts) ?? [],
    advice: general.advice?.(facts) ?? [],
  });
  for (const override of overrides) {
    if (!override.types.includes(facts.type.id) || !override.when(facts) || !isAllowed(override, general)) continue;
    way.add({ ...override, disposition: applied(override, facts, way.now().disposition) });
  }
}

function isAllowed(override: Override, general: Rule): boolean {
  if (ALWAYS.includes(override.id)) return general.id !== "G01" && general.id !== "G03";
  if (FINAL.includes(general.id)) return false;
  return override.unlessProven !== true || !PROVEN.includes(general.id);
}

function applied(override: Override, facts: DeviceFacts, before: Disposition): Disposition {
  if (override.to === null) return before;
  return "set" in override.to ? override.to.set(facts, before) : worseOf(before, override.to.atLeast);
}

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
