import { isIPv4 } from "node:net";

/** A lease as a DHCP client wrote it down, not yet compared with what the interface carries. */
export interface StoredLease {
  readonly address: string | null;
  readonly server: string | null;
  readonly routers: readonly string[];
  readonly dns: readonly string[];
  /** ISO 8601, UTC. */
  readonly obtainedAt: string | null;
  readonly expiresAt: string | null;
  /** Where the network's log-in page is (option 114, RFC 8910); absent where the lease has none. */
  readonly portal?: string;
}

/** The IPv4 addresses of a list with blanks or commas. */
export function addresses(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/u).filter((word) => isIPv4(word));
}

/** Option 114 of a lease: none for the word that says "no portal here" (RFC 8910, 2), or for what is no address. */
export function portalOf(text: string | undefined): Pick<StoredLease, "portal"> {
  const url = URL.parse((text ?? "").replace(/^"|"$/gu, ""));
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") ? { portal: url.href } : {};
}

/** ISO 8601 in UTC, or null for a time that is none. */
export function iso(ms: number | null): string | null {
  // Beyond the range of Date.
  return ms === null || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}
