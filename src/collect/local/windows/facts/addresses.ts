import { scopeOf } from "../../address.ts";
import type { AddressFact } from "../../facts.ts";
import type { AdapterRow, UnicastRow } from "../native/adapters.ts";
import { familyOf } from "../../../../base/family.ts";

// NL_DAD_STATE and NL_PREFIX_ORIGIN.
const TENTATIVE = 1;
const DUPLICATE = 2;
const DHCP = 3;
const ORIGINS: readonly AddressFact["origin"][] = ["unknown", "static", "linkLocal", "dhcp", "routerAdvertisement"];

/** Addresses of one adapter, with what Windows itself found out about duplicates. */
export function addressesOf(adapter: AdapterRow): AddressFact[] {
  return adapter.addresses.map((row) => {
    const scope = scopeOf(row.address);
    const family = familyOf(row.address);
    return {
      address: row.address,
      prefix: row.prefix,
      family,
      scope,
      origin: scope === "link" ? "linkLocal" : originOf(row, family === 4 ? adapter.dhcp : adapter.managed6),
      duplicate: row.state === DUPLICATE ? true : row.state === TENTATIVE || row.state === 0 ? "unknown" : false,
    };
  });
}

// An address is from DHCP where the adapter is set so, too; two witnesses that differ prove nothing.
function originOf(row: UnicastRow, byDhcp: boolean): AddressFact["origin"] {
  if (row.origin === DHCP && !byDhcp) return "unknown";
  return ORIGINS[row.origin] ?? "unknown";
}
