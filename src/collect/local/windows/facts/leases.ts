import { isIP } from "node:net";
import type { Tri } from "../../../../evidence/common.ts";
import type { LeaseFact } from "../../facts.ts";
import type { StoredLease, WindowsTables } from "../tables.ts";
import { kindOf, type Joined } from "./interfaces.ts";

/** Leases of the adapters that could have one. */
export function leasesOf(adapters: readonly Joined[], tables: WindowsTables): LeaseFact[] {
  return adapters
    .filter((one) => one.adapter !== null && ["ethernet", "wifi", "mobile"].includes(kindOf(one)))
    .map((one) =>
      leaseOf(one, (tables.leases.known ? tables.leases.value[one.adapter?.guid ?? ""] : undefined) ?? null),
    );
}

function leaseOf({ name, adapter }: Joined, stored: StoredLease | null): LeaseFact {
  // The registry keeps the last lease after the cable is out and after an address was typed in by hand.
  const inForce = adapter?.addresses.some(({ address }) => address === stored?.address) === true;
  const lease = inForce ? stored : null;
  const dhcp = setting(adapter?.dhcp === true, stored?.enabled ?? null);
  const servers = [adapter?.dhcpServer ?? "", lease?.server ?? ""];
  return {
    interface: name,
    dhcp,
    server: servers.find((server) => isIP(server) === 4 && !/^(?:255\.|0\.)/u.test(server)) ?? null,
    routers: (lease?.routers ?? []).filter((address) => isIP(address) === 4),
    dns: (lease?.dns ?? "").split(/[\s,]+/u).filter((address) => isIP(address) === 4),
    obtainedAt: seconds(lease?.obtained),
    expiresAt: seconds(lease?.expires),
    source: dhcp === "unknown" ? "none" : "IP_ADAPTER_ADDRESSES",
  };
}

// That DHCP is off only the client's own setting tells: a layer that knows of none has no flag for it either.
function setting(enabledNow: boolean, stored: number | null): Tri {
  if (enabledNow || stored === 1) return true;
  return stored === 0 ? false : "unknown";
}

function seconds(value: number | null | undefined): string | null {
  if (value === null || value === undefined || value <= 0 || value >= 0x7fff_ffff) return null;
  return new Date(value * 1000).toISOString();
}
