import { isIPv4 } from "node:net";
import { addresses, iso, portalOf, type StoredLease } from "./stored.ts";

/**
 * systemd-networkd and NetworkManager's internal client: KEY=VALUE (private format, stable since systemd 211).
 * @param modifiedMs time of the file, which is when the lease was last confirmed
 */
export function parseNetworkdLease(text: string, modifiedMs: number): StoredLease | null {
  const values = new Map(
    text.split("\n").flatMap((line) => (line.startsWith("#") || !line.includes("=") ? [] : [pair(line)])),
  );
  const address = values.get("ADDRESS") ?? null;
  if (address === null || !isIPv4(address)) return null;
  const lifetime = Number(values.get("LIFETIME"));
  return {
    address,
    server: addresses(values.get("SERVER_ADDRESS"))[0] ?? null,
    routers: addresses(values.get("ROUTER")),
    dns: addresses(values.get("DNS")),
    obtainedAt: iso(modifiedMs),
    expiresAt:
      Number.isFinite(lifetime) && lifetime > 0 && lifetime < 0xffff_ffff ? iso(modifiedMs + lifetime * 1000) : null,
    ...portalOf(values.get("CAPTIVE_PORTAL")),
  };
}

function pair(line: string): readonly [string, string] {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1).trim()];
}
