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
}

/**
 * systemd-networkd and NetworkManager's internal client: KEY=VALUE (private format, stable since systemd 211).
 * @param modifiedMs time of the file, which is when the lease was last confirmed
 */
export function parseNetworkdLease(text: string, modifiedMs: number): StoredLease | null {
  const values = new Map(text.split("\n").flatMap((line) => (line.startsWith("#") || !line.includes("=") ? [] : [pair(line)])));
  const address = values.get("ADDRESS") ?? null;
  if (address === null || !isIPv4(address)) return null;
  const lifetime = Number(values.get("LIFETIME"));
  return {
    address,
    server: addresses(values.get("SERVER_ADDRESS"))[0] ?? null,
    routers: addresses(values.get("ROUTER")),
    dns: addresses(values.get("DNS")),
    obtainedAt: iso(modifiedMs),
    expiresAt: Number.isFinite(lifetime) && lifetime > 0 && lifetime < 0xffff_ffff ? iso(modifiedMs + lifetime * 1000) : null,
  };
}

/** dhclient.leases(5): the last lease of the file for the interface is the one in force. */
export function parseDhclientLeases(text: string, interfaceName: string): StoredLease | null {
  const blocks = [...text.matchAll(/^lease\s*\{([^}]*)\}/gmu)].map((match) => match[1] ?? "");
  const block = blocks.findLast((body) => /interface\s+"([^"]*)"/u.exec(body)?.[1] === interfaceName);
  if (block === undefined) return null;
  const option = (name: string): string | undefined => new RegExp(`^\\s*option\\s+${name}\\s+([^;]+);`, "mu").exec(block)?.[1];
  const expires = dhclientTime(/^\s*expire\s+([^;]+);/mu.exec(block)?.[1]);
  const seconds = Number(option("dhcp-lease-time"));
  return {
    address: /^\s*fixed-address\s+([\d.]+);/mu.exec(block)?.[1] ?? null,
    server: addresses(option("dhcp-server-identifier"))[0] ?? null,
    routers: addresses(option("routers")),
    dns: addresses(option("domain-name-servers")),
    obtainedAt: expires !== null && Number.isFinite(seconds) ? iso(expires - seconds * 1000) : null,
    expiresAt: iso(expires),
  };
}

const FIXED_HEADER = 236;
const MAGIC = "63825363";

/** dhcpcd keeps the server's last packet as it came (RFC 2131, 2; options of RFC 2132). */
export function parseDhcpPacket(bytes: Uint8Array, modifiedMs: number): StoredLease | null {
  const packet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packet.length < FIXED_HEADER + 4 || packet.toString("hex", FIXED_HEADER, FIXED_HEADER + 4) !== MAGIC) return null;
  const options = new Map<number, Buffer>();
  for (let at = FIXED_HEADER + 4; at < packet.length && packet[at] !== 255; ) {
    const code = packet[at] ?? 0;
    if (code === 0) {
      at += 1;
      continue;
    }
    const length = packet[at + 1] ?? 0;
    options.set(code, packet.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  const lifetime = options.get(51);
  const expires = lifetime?.length === 4 ? modifiedMs + lifetime.readUInt32BE(0) * 1000 : null;
  return {
    address: quads(packet.subarray(16, 20))[0] ?? null,
    server: quads(options.get(54))[0] ?? null,
    routers: quads(options.get(3)),
    dns: quads(options.get(6)),
    obtainedAt: iso(modifiedMs),
    expiresAt: iso(expires),
  };
}

/** `nmcli -t -f GENERAL.DEVICE,DHCP4 device show`: NetworkManager tells an ordinary user what its lease files hide. */
export function parseNmcliDhcp(text: string): ReadonlyMap<string, StoredLease> {
  const options = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split("\n")) {
    const device = /^GENERAL\.DEVICE:\s*(\S+)$/u.exec(line)?.[1];
    if (device !== undefined) options.set(device, (current = new Map()));
    const [, key, value] = /^DHCP4\.OPTION\[\d+\]:\s*(\w+) = (.*)$/u.exec(line) ?? [];
    if (key !== undefined && value !== undefined) current.set(key, value);
  }
  const found = new Map<string, StoredLease>();
  for (const [device, values] of options) {
    if (values.size === 0) continue;
    const expires = Number(values.get("expiry"));
    const seconds = Number(values.get("dhcp_lease_time"));
    const expiresMs = Number.isFinite(expires) && expires > 0 ? expires * 1000 : null;
    found.set(device, {
      address: values.get("ip_address") ?? null,
      server: addresses(values.get("dhcp_server_identifier"))[0] ?? null,
      routers: addresses(values.get("routers")),
      dns: addresses(values.get("domain_name_servers")),
      obtainedAt: expiresMs !== null && Number.isFinite(seconds) ? iso(expiresMs - seconds * 1000) : null,
      expiresAt: iso(expiresMs),
    });
  }
  return found;
}

function pair(line: string): readonly [string, string] {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1).trim()];
}

function addresses(text: string | undefined): string[] {
  return (text ?? "").split(/[\s,]+/u).filter((word) => isIPv4(word));
}

function quads(bytes: Uint8Array = new Uint8Array()): string[] {
  const found: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.subarray(at, at + 4).join("."));
  return found.filter((address) => address !== "0.0.0.0");
}

// `4 2020/10/29 03:04:05` (weekday first, UTC) or `epoch 1604000000; # …`.
function dhclientTime(text: string | undefined): number | null {
  const epoch = /^epoch\s+(\d{1,12})/u.exec(text ?? "")?.[1];
  if (epoch !== undefined) return Number(epoch) * 1000;
  const [, year, month, day, time] = /^\d\s+(\d{4})\/(\d{2})\/(\d{2})\s+([\d:]{8})/u.exec(text ?? "") ?? [];
  const parsed = Date.parse(`${year}-${month}-${day}T${time}Z`);
  return Number.isNaN(parsed) ? null : parsed;
}

function iso(ms: number | null): string | null {
  // Beyond the range of Date.
  return ms === null || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString();
}
