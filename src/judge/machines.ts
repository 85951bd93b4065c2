import type { Cause } from "../text/causes/index.ts";
import type { Finding, Verdict } from "./verdict.ts";

/** One computer of the office with what was found on it. */
export interface Examined {
  readonly id: string;
  readonly verdict: Verdict;
}

/** Whether a computer got into a system. `unseen`: nobody tried, so it says nothing for either side. */
export type Reach = "works" | "fails" | "unseen";

/**
 * Whose fault it is, seen from several computers. `office`: none of them gets anywhere, so it is their common way.
 * `system`: none gets into this one, and into others they do. `machine`: what fails here works on another.
 */
export type Blame =
  | { readonly at: "office" | "system"; readonly systems: readonly string[]; readonly cause: Cause | null }
  | {
      readonly at: "machine";
      readonly machine: string;
      /** What fails here and works elsewhere; empty where the computer itself has a fault that stops none of them. */
      readonly systems: readonly string[];
      readonly cause: Cause | null;
    };

/** Parts that each computer has of its own: whatever is wrong there says nothing of the office. */
const OWN: ReadonlySet<Finding["culprit"]> = new Set(["laptop", "clock", "proxy", "cable"]);

/** How one system came out on one computer. A fault above it counts, though nobody got as far as to try it. */
export function reach(verdict: Verdict, system: string): Reach {
  const outcome = verdict.systems.find(({ id }) => id === system)?.outcome;
  if (outcome === "ok" || outcome === "slow") return "works";
  if (outcome === "failed") return "fails";
  if (outcome === undefined || outcome === "retired" || outcome === "notUsed") return "unseen";
  return verdict.findings.some((one) => weighs(one) && one.affects.includes(system)) ? "fails" : "unseen";
}

/** Every system that at least one computer tried, in the order of the profile. */
export function triedSystems(machines: readonly Examined[]): string[] {
  const ids = new Set(machines.flatMap(({ verdict }) => verdict.systems.map(({ id }) => id)));
  return [...ids].filter((id) => machines.some(({ verdict }) => reach(verdict, id) !== "unseen"));
}

/**
 * The office, one system, or one computer: what the computers of one office say together. Empty where fewer than two
 * were looked at, or nothing differs from what works. Pure.
 */
export function blames(machines: readonly Examined[]): Blame[] {
  if (machines.length < 2) return [];
  const rows = triedSystems(machines).map((id) => ({
    id,
    works: machines.filter(({ verdict }) => reach(verdict, id) === "works"),
    fails: machines.filter(({ verdict }) => reach(verdict, id) === "fails"),
  }));
  // One witness is no comparison.
  const compared = rows.filter(({ works, fails }) => works.length + fails.length > 1);
  const everywhere = compared.filter(({ works }) => works.length === 0);
  const some = compared.filter(({ works, fails }) => works.length > 0 && fails.length > 0);
  return [...shared(compared.length, everywhere, machines), ...machines.flatMap((one) => own(one, some, machines))];
}

interface Row {
  readonly id: string;
  readonly fails: readonly Examined[];
}

function shared(compared: number, everywhere: readonly Row[], machines: readonly Examined[]): Blame[] {
  if (everywhere.length === 0) return [];
  const systems = everywhere.map(({ id }) => id);
  const common = commonFinding(machines, systems);
  // All that was tried fails: the way there, unless all computers name the servers themselves.
  const isWay = everywhere.length === compared && common?.culprit !== "server";
  if (isWay) return [{ at: "office", systems, cause: common?.cause ?? null }];
  return everywhere.map(({ id }) => ({
    at: "system",
    systems: [id],
    cause: commonFinding(machines, [id])?.cause ?? null,
  }));
}

/** The first finding that all computers which fail there have in common. */
function commonFinding(machines: readonly Examined[], systems: readonly string[]): Finding | null {
  const failing = machines.filter(({ verdict }) => systems.some((id) => reach(verdict, id) === "fails"));
  const [first, ...others] = failing;
  const found = first?.verdict.findings.find(
    (one) =>
      weighs(one) &&
      systems.some((id) => one.affects.includes(id)) &&
      others.every(({ verdict }) => verdict.findings.some(({ cause }) => cause === one.cause)),
  );
  return found ?? null;
}

function own(machine: Examined, some: readonly Row[], machines: readonly Examined[]): Blame[] {
  const systems = some.filter(({ fails }) => fails.includes(machine)).map(({ id }) => id);
  const alone = machine.verdict.findings.filter(
    (one) => weighs(one) && machines.some(({ verdict }) => !verdict.findings.some(({ cause }) => cause === one.cause)),
  );
  const explained = alone.find((one) => systems.some((id) => one.affects.includes(id)));
  if (systems.length > 0) return [{ at: "machine", machine: machine.id, systems, cause: explained?.cause ?? null }];
  const fault = alone.find(({ culprit }) => OWN.has(culprit));
  return fault === undefined ? [] : [{ at: "machine", machine: machine.id, systems, cause: fault.cause }];
}

function weighs({ severity }: Finding): boolean {
  return severity === "critical" || severity === "major";
}
