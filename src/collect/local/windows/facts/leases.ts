import { isIP } from "node:net";
import type { LeaseFact } from "../../facts.ts";
import type { WindowsSnapshot } from "../snapshot.ts";
import { addressesOf } from "./addresses.ts";
import { visible } from "./common.ts";
import { interfaceOf } from "./interfaces.ts";

/** Leases from the registry, joined by the adapter's GUID. */
export function leasesOf(snapshot: WindowsSnapshot): LeaseFact[] {
  return visible(snapshot)
    .filter((adapter) => ["ethernet", "wifi", "mobile"].includes(interfaceOf(snapshot, adapter).kind))
    .map((adapter) => {
      const stored = snapshot.leases?.find(
        (entry) => entry.PSChildName.toLowerCase() === (adapter.InterfaceGuid ?? "").toLowerCase(),
      );
      const setting =
        snapshot.interfaces?.find(
          (entry) => entry.InterfaceIndex === adapter.InterfaceIndex && entry.AddressFamily === 2,
        )?.Dhcp ?? stored?.EnableDHCP;
      // The registry keeps the last lease after the cable is out and after an address was typed in by hand.
      const inForce = addressesOf(snapshot, adapter.InterfaceIndex).some(
        ({ address }) => address === stored?.DhcpIPAddress,
      );
      const lease = inForce ? stored : undefined;
      const server = lease?.DhcpServer ?? "";
      return {
        interface: adapter.Name,
        dhcp: setting === 1 ? true : setting === 0 ? false : "unknown",
        server: isIP(server) === 4 && server !== "255.255.255.255" ? server : null,
        routers: (lease?.DhcpDefaultGateway ?? []).filter((address) => isIP(address) === 4),
        dns: (lease?.DhcpNameServer ?? "").split(/[\s,]+/u).filter((address) => isIP(address) === 4),
        obtainedAt: seconds(lease?.LeaseObtainedTime),
        expiresAt: seconds(lease?.LeaseTerminatesTime),
        source: setting === undefined ? "none" : "registry",
      };
    });
}

function seconds(value: number | null | undefined): string | null {
  return value === null || value === undefined || value <= 0 || value >= 0x7fff_ffff
    ? null
    : new Date(value * 1000).toISOString();
}
