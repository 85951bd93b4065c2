import type { Family } from "../../evidence/common.ts";

/**
 * Family of an address that is known to be one (zone allowed); cheaper than `net.isIPv6`, which compiles a long pattern
 * first.
 */
export function familyOf(address: string): Family {
  return address.includes(":") ? 6 : 4;
}
