/**
 * Family of what is known to be an address (zone allowed); cheaper than `net.isIPv6`, which compiles a long pattern
 * first.
 */
export function familyOf(address: string): 4 | 6 {
  return address.includes(":") ? 6 : 4;
}
