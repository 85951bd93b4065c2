import type { Resolution, Resolver } from "../dns/resolver.ts";
import { firstAddress } from "./first-address.ts";
import type { Lead, Names } from "./names.ts";
import type { Work } from "./work.ts";

/**
 * The plan's names in the form that the endpoint's probe wants. `pinned` is the host whose address the plan has chosen
 * already; other hosts, where redirects lead, are looked up like it.
 */
export function planResolver(
  work: Work,
  names: Names,
  pinned: { readonly host: string; readonly lead: Lead; readonly address: string } | null,
): Resolver {
  return {
    async resolve(host, family) {
      if (pinned !== null && host.toLowerCase() === pinned.host.toLowerCase())
        return resolution(pinned.lead, [pinned.address]);
      const lead = await firstAddress(work, names, host, family);
      return resolution(lead, lead.addresses);
    },
  };
}

function resolution(lead: Lead, addresses: readonly string[]): Resolution {
  const { durationMs } = lead;
  if (addresses.length > 0) return { ok: true, addresses, resolvedBy: lead.resolvedBy ?? "literal", durationMs };
  return { ok: false, code: lead.code ?? "NODATA", resolvedBy: lead.resolvedBy, durationMs };
}
