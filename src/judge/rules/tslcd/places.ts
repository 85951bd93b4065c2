import { sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Target } from "../../facts/target.ts";

const SILENCE: ReadonlySet<string> = new Set(["TIMEOUT", "HOST_UNREACHABLE", "NET_UNREACHABLE", "TTL_EXCEEDED"]);

/**
 * Targets of the government's own network that were tried: within a network that the laptop is joined to (the router of
 * that line, mostly), and behind it.
 */
export function placesOfTslcd(facts: Facts): { readonly near: readonly Target[]; readonly far: readonly Target[] } {
  const tried = facts.targets.filter((one) => one.endpoint.network === "tslcd" && one.state !== "untested");
  const isNear = ({ best }: Target): boolean =>
    best !== null && best.address !== null && facts.local.isOnLink(best.address);
  return { near: tried.filter(isNear), far: tried.filter((one) => !isNear(one) && one.stage !== "resolve") };
}

/** Nothing at all came back. */
export function isSilent({ state, stage, code }: Target): boolean {
  return state === "failed" && stage === "connect" && code !== null && SILENCE.has(code);
}

/** Is there another sign of life of this machine: its hardware address in the table of neighbours, say? */
export function showsLife(facts: Facts, { best }: Target): boolean {
  const address = best?.address ?? null;
  if (address === null) return false;
  return (
    facts.lan.stations.some((one) => sameAddress(one.address, address)) ||
    facts.gateways.some((one) => sameAddress(one.address, address) && one.alive === true)
  );
}
