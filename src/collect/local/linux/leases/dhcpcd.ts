import { iso, portalOf, type StoredLease } from "./stored.ts";

const FIXED_HEADER = 236;
const MAGIC = "63825363";

/** dhcpcd keeps the server's last packet as it came (RFC 2131, 2; options of RFC 2132). */
export function parseDhcpPacket(bytes: Uint8Array, modifiedMs: number): StoredLease | null {
  const packet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packet.length < FIXED_HEADER + 4 || packet.toString("hex", FIXED_HEADER, FIXED_HEADER + 4) !== MAGIC) return null;
  const options = new Map<number, Buffer>();
  for (let at = FIXED_HEADER + 4; at < packet.length && packet[at] !== 255;) {
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
    ...portalOf(options.get(114)?.toString("latin1")),
  };
}

function quads(bytes: Uint8Array = new Uint8Array()): string[] {
  const found: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.subarray(at, at + 4).join("."));
  return found.filter((address) => address !== "0.0.0.0");
}
