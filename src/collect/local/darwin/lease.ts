import { isIPv4 } from "node:net";
import type { LeaseFact } from "../facts.ts";

/** `ipconfig getpacket en0`: the DHCP server's last packet; empty where the interface has no lease. */
export function parseGetpacket(text: string, name: string, hasRoutableAddress: boolean): LeaseFact {
  const option = (key: string): string[] => {
    const value = new RegExp(`^${key} \\([^)]*\\): \\{?([^}\\n]*)`, "mu").exec(text)?.[1] ?? "";
    return value.split(/[\s,]+/u).filter((word) => isIPv4(word));
  };
  const told = /^(?:op = BOOTREPLY|server_identifier)/mu.test(text);
  return {
    interface: name,
    // Without a packet an address must have been set by hand; without an address nothing is known.
    dhcp: told ? true : hasRoutableAddress ? false : "unknown",
    server: option("server_identifier")[0] ?? null,
    routers: option("router"),
    dns: option("domain_name_server"),
    obtainedAt: null,
    expiresAt: null,
    source: told || hasRoutableAddress ? "ipconfig getpacket" : "none",
  };
}
