import { isIP } from "node:net";
import { familyOf, scopeOf, withoutZone } from "../../address.ts";
import type { AddressFact } from "../../facts.ts";
import type { WindowsSnapshot } from "../snapshot.ts";
import { inForce } from "./common.ts";

// Numbers of MSFT_NetIPAddress: AddressState, and PrefixOrigin from 0 (other) to 4 (router advertisement).
const TENTATIVE = 1;
const DUPLICATE = 2;
const ORIGINS: readonly AddressFact["origin"][] = ["unknown", "static", "linkLocal", "dhcp", "routerAdvertisement"];

/** Addresses of one interface, with what Windows itself found out about duplicates. */
export function addressesOf(snapshot: WindowsSnapshot, index: number): AddressFact[] {
  return (snapshot.addresses ?? [])
    .filter((entry) => entry.InterfaceIndex === index && inForce(entry.Store) && isIP(entry.IPAddress) !== 0)
    .map((entry) => {
      const address = withoutZone(entry.IPAddress);
      const scope = scopeOf(address);
      const state = entry.AddressState ?? 0;
      return {
        address,
        prefix: entry.PrefixLength,
        family: familyOf(address),
        scope,
        origin: scope === "link" ? ("linkLocal" as const) : (ORIGINS[entry.PrefixOrigin ?? 0] ?? "unknown"),
        duplicate: state === DUPLICATE ? true : state === TENTATIVE || state === 0 ? ("unknown" as const) : false,
      };
    });
}
