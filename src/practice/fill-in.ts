import type { Profile } from "../profile/schema.ts";
import { EXTRA, type OfficePlan } from "./plan.ts";
import type { DnsRecords, DnsZone } from "./servers/dns-zone.ts";
import type { Place } from "./servers/listen.ts";
import type { Started } from "./start.ts";

/** All names of the office, as its resolvers know them. */
export function zoneOf({ services, missingNames }: OfficePlan, profile: Profile): DnsZone {
  const zone: Record<string, DnsRecords> = { [profile.controls.knownName]: { a: ["127.0.2.250"] } };
  for (const { host, address } of services)
    if (host !== null && !missingNames.includes(host)) zone[host] = { a: [address] };
  return zone;
}

/** The practice profile with the addresses and ports that its servers were given in this run. */
export function fillIn(profile: Profile, places: Started): Profile {
  const at = (id: string): Place => places.get(id) ?? { address: "127.0.0.1", port: 1 };
  const { resolvers, ipTargets, httpProbe, stun } = profile.controls;
  const byRegion = (region: "domestic" | "foreign", domestic: string, foreign: string): Place =>
    at(region === "domestic" ? domestic : foreign);
  return {
    ...profile,
    controls: {
      ...profile.controls,
      resolvers: resolvers.map((one) => ({
        ...one,
        ...byRegion(one.region, EXTRA.domesticResolver, EXTRA.foreignResolver),
      })),
      ipTargets: ipTargets.map((one) => ({
        ...one,
        ...byRegion(one.region, EXTRA.domesticTarget, EXTRA.foreignTarget),
      })),
      httpProbe: { ...httpProbe, port: at(EXTRA.probe).port },
      ...(stun === undefined ? {} : { stun: stun.map((one) => ({ ...one, port: at(EXTRA.stun).port })) }),
    },
    systems: profile.systems.map((system) => ({
      ...system,
      endpoints: system.endpoints.map((endpoint, index) => ({
        ...endpoint,
        port: places.get(`${system.id}/${index}`)?.port ?? endpoint.port,
      })),
    })),
  };
}
