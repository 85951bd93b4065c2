import { isIP } from "node:net";
import type { Family } from "../../evidence/common.ts";
import type { Endpoint, Profile, System } from "../../profile/schema.ts";

/** One endpoint of the profile that can be tested from here, over one family. */
export interface Target {
  readonly system: System;
  readonly index: number;
  readonly endpoint: Endpoint;
  readonly family: Family;
}

const CRITICALITY = ["onestop", "shared", "other"] as const;

/**
 * What is to be probed, the most critical systems first. Retired, disabled and not testable systems are left out, and so are unverified
 * ones that are not enabled; an address of the profile decides its own family, a name gets IPv6 besides IPv4 where the laptop has it. Pure.
 */
export function targetsOf(profile: Profile, ipv6: boolean): Target[] {
  return profile.systems
    .filter((system) => system.enabled && system.status !== "retired" && system.notTestable === undefined)
    .toSorted((a, b) => CRITICALITY.indexOf(a.criticality) - CRITICALITY.indexOf(b.criticality))
    .flatMap((system) =>
      system.endpoints.flatMap((endpoint, index) => familiesOf(endpoint, ipv6).map((family) => ({ system, index, endpoint, family }))),
    );
}

function familiesOf(endpoint: Endpoint, ipv6: boolean): readonly Family[] {
  const literal = isIP(endpoint.host);
  if (literal === 4) return [4];
  if (literal === 6) return ipv6 ? [6] : [];
  return ipv6 ? [4, 6] : [4];
}
