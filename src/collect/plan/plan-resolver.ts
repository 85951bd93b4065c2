import type { Resolver } from "../dns/resolver.ts";
import { firstAddress } from "./first-address.ts";
import type { Names } from "./names.ts";
import type { Work } from "./work.ts";

/** The plan's names for the hosts that redirects lead to: looked up as those of the profile are. */
export function planResolver(work: Work, names: Names): Resolver {
  return {
    async resolve(host, family) {
      const { addresses, code, resolvedBy, durationMs } = await firstAddress(work, names, host, family);
      return addresses.length > 0
        ? { ok: true, addresses, resolvedBy: resolvedBy ?? "literal", durationMs }
        : { ok: false, code: code ?? "NODATA", resolvedBy, durationMs };
    },
  };
}
