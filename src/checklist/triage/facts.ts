import type { Answers } from "../../visit/schema.ts";
import { deviceQuestions } from "../data/catalogue.ts";
import type { DeviceType } from "../data/device-types.ts";
import { applies } from "../../form/engine.ts";
import { isUnknown } from "../../form/question.ts";
import { isSettledByDepth, withDepth } from "./depth.ts";
import { waterTypeOfSite, wetTimeOfSite } from "./site-defaults.ts";

/** What the rules look at: every common question with a definite value, `unknown` where nobody knows. */
export interface DeviceFacts {
  readonly type: DeviceType;
  readonly gatePassed: boolean;
  readonly water: string;
  readonly waterType: string;
  readonly wetTime: string;
  readonly onWhenWet: string;
  readonly poweredAfter: string;
  readonly dryTime: string;
  readonly corrosion: string;
  readonly mud: string;
  readonly body: string;
  readonly battery: string;
  readonly data: string;
  readonly age: string;
  readonly cleaned: string;
  readonly worksNow: string;
  /** Answer to a question of the type itself; undefined where absent or unknown. */
  own(id: string): string | number | undefined;
  /** Questions that apply to this device and whose answer nobody knows. */
  readonly unknowns: readonly string[];
}

/** Reads the answers of one device as facts. Answers to questions that do not apply (any more) say nothing. */
export function factsOf(type: DeviceType, answers: Answers, safety: Answers, gatePassed: boolean): DeviceFacts {
  const filled: Answers = { ...answers };
  filled["water_type"] ??= waterTypeOfSite(safety);
  filled["wet_time"] ??= wetTimeOfSite(safety);
  const questions = deviceQuestions(type);
  const counting: Answers = {};
  const unknowns: string[] = [];
  for (const question of questions) {
    const value = withDepth(type, question.id, filled[question.id], counting["water"]);
    // A missing answer leaves what depends on it open, as "not known" would.
    if (!applies(question, counting) && !isSettledByDepth(type, question.id, counting["water"])) continue;
    // What stayed dry and was tried behind a closed gate proves nothing: perhaps there was no power at all.
    const idle = !gatePassed && question.needsPower === true && counting["water"] === "none";
    counting[question.id] = idle ? "" : (value ?? "");
    const asked = gatePassed || question.needsPower !== true;
    if (question.optional !== true && asked && (isUnknown(value) || value === "not_seen")) unknowns.push(question.id);
  }
  const of = (id: string, otherwise = "unknown"): string => {
    const value = counting[id];
    return value === undefined || isUnknown(value) ? otherwise : String(value);
  };
  return {
    type,
    gatePassed,
    water: of("water"),
    waterType: of("water_type"),
    wetTime: of("wet_time"),
    onWhenWet: of("on_when_wet"),
    poweredAfter: of("powered_after"),
    dryTime: of("dry_time"),
    corrosion: of("corrosion", "not_seen"),
    mud: of("mud", "not_seen"),
    body: of("body", "ok"),
    battery: of("battery"),
    data: type.storage ? of("data") : "none",
    age: of("age", "y3_5"),
    // Cleaned, and full of mud: it is not clean (contradictions.ts asks about it).
    cleaned: of("mud") === "heavy" && of("cleaned") === "yes" ? "no" : of("cleaned"),
    worksNow: worksNowOf(type, of),
    own: (id) => {
      const value = counting[id];
      return (typeof value === "string" || typeof value === "number") && !isUnknown(value) ? value : undefined;
    },
    unknowns,
  };
}

/** A cable is measured and a generator run instead of being switched on. */
function worksNowOf(type: DeviceType, of: (id: string, otherwise?: string) => string): string {
  if (type.id === "cabling") return { dat: "ok", loi: "dead" }[of("test")] ?? "not_tried";
  if (type.id === "generator") return { chay: "ok", khong_chay: "dead" }[of("run_test")] ?? "not_tried";
  return of("works_now", "not_tried");
}

export const isSoaked = (facts: DeviceFacts): boolean => !["none", "humid", "unknown"].includes(facts.water);
/** Water reached the board. */
export const isWetIn = (facts: DeviceFacts): boolean => facts.water === "board" || facts.water === "full";
export const isDirty = (facts: DeviceFacts): boolean =>
  facts.waterType === "sewage_chem" || facts.waterType === "brackish";
export const isLong = (facts: DeviceFacts): boolean => facts.wetTime === "h24_72" || facts.wetTime === "gt72h";
const DRY = ["d1_2", "d3_6", "ge7d"];
/** Dry for as long as its type needs: screens and laser printers longer than boards. */
export const isDried = (facts: DeviceFacts): boolean => DRY.indexOf(facts.dryTime) >= DRY.indexOf(facts.type.dryFrom);
/** The same, where a splash needs one step less, a day at least. */
export const hasDried = (facts: DeviceFacts): boolean =>
  isDried(facts) ||
  (facts.water === "splash" &&
    DRY.includes(facts.dryTime) &&
    DRY.indexOf(facts.dryTime) + 1 >= DRY.indexOf(facts.type.dryFrom));
/** Burnt, shorted, or eaten away: no trial makes it good (G05, G10). */
export const isRuined = (facts: DeviceFacts): boolean =>
  facts.body === "burnt" || facts.poweredAfter === "smoke_trip" || (isWetIn(facts) && facts.corrosion === "heavy");
/** Salt or polluted water in the board for more than a day (G11). */
export const isSpoilt = (facts: DeviceFacts): boolean => isWetIn(facts) && isDirty(facts) && isLong(facts);
/** Data that would be lost: nobody knows counts, because a disk cannot be un-spoilt. */
export const dataAtRisk = (facts: DeviceFacts): boolean => facts.data === "important" || facts.data === "unknown";

/** Its disk was under water, holds data at risk, is still in it and not known to have been above the water line. */
export function hasWetData(facts: DeviceFacts): boolean {
  const reached = facts.type.class === "storage" ? isSoaked(facts) : isWetIn(facts);
  return (
    facts.type.storage &&
    reached &&
    dataAtRisk(facts) &&
    facts.own("disk_height") !== "tren_muc_nuoc" &&
    facts.own("disk_out") !== "co"
  );
}

/**
 * Cleaned, dried for three days or more, and works: the only proof that counts after water. `maybe` where an answer is
 * missing for it.
 */
export function provenByTrial(facts: DeviceFacts): "yes" | "maybe" | "no" {
  if (!isSoaked(facts) || facts.worksNow !== "ok") return "no";
  return cleanedAndDried(facts);
}

export function cleanedAndDried(facts: DeviceFacts): "yes" | "maybe" | "no" {
  if (facts.corrosion === "heavy") return "no";
  if (facts.cleaned === "yes" && isDried(facts)) return "yes";
  return facts.cleaned !== "no" && (isDried(facts) || facts.dryTime === "unknown") ? "maybe" : "no";
}
