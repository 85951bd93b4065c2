import { widthOf } from "../../address.ts";
import type { ResolverFacts } from "../../facts.ts";
import { mayCarry, type Joined } from "./interfaces.ts";

/**
 * Servers of adapters that could use them, in the order in which Windows asks: by the metric of the adapter. Windows lists old servers of
 * unplugged ones too, and fec0:0:0:ffff::1 where there is none.
 */
export function resolversOf(adapters: readonly Joined[]): ResolverFacts {
  const metric = (one: Joined): number => one.adapter?.metric4 ?? one.adapter?.metric6 ?? Number.MAX_SAFE_INTEGER;
  const useful = adapters.filter(mayCarry).toSorted((a, b) => metric(a) - metric(b));
  const servers = useful.flatMap(({ name, adapter }) =>
    (adapter?.dns ?? [])
      .filter(isRealServer)
      .map((address) => ({ address, port: 53, interface: name, source: "GetAdaptersAddresses" })),
  );
  return {
    servers,
    search: [...new Set(useful.map(({ adapter }) => adapter?.suffix ?? ""))].filter((one) => one !== ""),
  };
}

/** fec0:0:0:ffff::1 to ::3 are the placeholders that Windows shows for "no IPv6 server" (site-local, abolished by RFC 3879). */
export function isRealServer(address: string): boolean {
  return widthOf(address) !== null && !/^fec0:0:0:ffff:/iu.test(address);
}
