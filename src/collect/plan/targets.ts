import { isIP } from "node:net";
import type { Family } from "../../evidence/common.ts";
import type { Endpoint, Profile, System } from "../../profile/schema.ts";

/** One endpoint of the profile that can be tested from here, over one family. */
export interface PlannedEndpoint {
  readonly system: System;
  readonly index: number;
  readonly endpoint: Endpoint;
  readonly family: Family;
}

const CRITICALITY = ["onestop", "shared", "other"] as const;

/**
 * What is to be probed, the most critical systems first. Retired, disabled and not testable systems are left out, and
 * so are unverified ones that are not enabled; an address of the profile decides its own family, a name gets IPv6
 * besides IPv4 where the laptop has it. Pure.
 */
export function targetsOf(profile: Profile, ipv6: boolean): PlannedEndpoint[] {
  return probed(profile)
    .toSorted((a, b) => CRITICALITY.indexOf(a.criticality) - CRITICALITY.indexOf(b.criticality))
    .flatMap((system) =>
      system.endpoints.flatMap((endpoint, index) => {
        // Services of the officer's own computer are looked at by their own probe (calls-stage).
        if (endpoint.network === "local") return [];
        return familiesOf(endpoint, ipv6).map((family) => ({ system, index, endpoint, family }));
      }),
    );
}

/** Services on the officer's own computer that systems of the profile need, such as the signing agent. Pure. */
export function localAgentsOf(
  profile: Profile,
): { readonly system: string; readonly address: string; readonly port: number }[] {
  return probed(profile).flatMap((system) =>
    system.endpoints
      .filter((endpoint) => endpoint.network === "local" && isIP(endpoint.host) !== 0)
      .map((endpoint) => ({ system: system.id, address: endpoint.host, port: endpoint.port })),
  );
}

function probed(profile: Profile): System[] {
  return profile.systems.filter(
    (system) => system.enabled && system.status !== "retired" && system.notTestable === undefined,
  );
}

function familiesOf(endpoint: Endpoint, ipv6: boolean): readonly Family[] {
  const literal = isIP(endpoint.host);
  if (literal === 4) return [4];
  if (literal === 6) return ipv6 ? [6] : [];
  return ipv6 ? [4, 6] : [4];
}
