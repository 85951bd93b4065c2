import { isIP } from "node:net";
import { withoutZone } from "../../address.ts";
import type { ResolverFacts } from "../../facts.ts";
import type { WindowsSnapshot } from "../snapshot.ts";
import { ADMIN_DOWN, DISCONNECTED, nameOf } from "./common.ts";

/**
 * Servers of adapters that could use them; Windows lists old servers of unplugged ones too, and fec0:0:0:ffff::1 where
 * there is none.
 */
export function resolversOf(snapshot: WindowsSnapshot): ResolverFacts | null {
  const { adapters, dns } = snapshot;
  if (dns === null) return null;
  const useless = adapters?.filter(
    (adapter) => adapter.MediaConnectState === DISCONNECTED || adapter.InterfaceAdminStatus === ADMIN_DOWN,
  );
  const dead = new Set(useless?.map((adapter) => adapter.InterfaceIndex));
  const servers = dns
    .filter((entry) => !dead.has(entry.InterfaceIndex))
    .flatMap((entry) =>
      (entry.ServerAddresses ?? []).map((address) => ({ address, name: nameOf(snapshot, entry.InterfaceIndex) })),
    )
    .filter(({ address }) => isRealServer(address))
    .map(({ address, name }) => ({
      address: withoutZone(address),
      port: 53,
      interface: name,
      source: "MSFT_DNSClientServerAddress",
    }));
  return { servers, search: [] };
}

/**
 * fec0:0:0:ffff::1 to ::3 are the placeholders that Windows shows for "no IPv6 server" (site-local, abolished by RFC
 * 3879).
 */
export function isRealServer(address: string): boolean {
  return isIP(address) !== 0 && !/^fec0:0:0:ffff::/iu.test(address);
}
