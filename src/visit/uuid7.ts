/**
 * UUID version 7 (RFC 9562 5.7): 48 bits of milliseconds, then random bits, so that ids sort by time and are unique
 * over laptops.
 * @param epochMs time, milliseconds since the epoch
 * @param random at least ten random bytes
 */
export function uuid7(epochMs: number, random: Uint8Array): string {
  const time = Math.max(0, Math.min(Math.floor(epochMs), 2 ** 48 - 1));
  const bytes = new Uint8Array(16);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256;
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
