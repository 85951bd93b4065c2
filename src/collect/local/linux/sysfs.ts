import type { SystemFiles } from "../files.ts";

/** What /sys/class/net tells of one interface; null where it does not. */
export interface SysfsLink {
  readonly index: number | null;
  readonly flags: number | null;
  readonly carrier: boolean | null;
  readonly mtu: number | null;
  readonly speedMbps: number | null;
  readonly type: number | null;
  readonly mac: string | null;
  readonly devtype: string | null;
  readonly driver: string | null;
  readonly wireless: boolean;
  readonly device: boolean;
}

/**
 * Reads one interface, or null where there is none of that name. Attributes that the driver refuses (EINVAL while it is
 * off) are null.
 */
export function readSysfsLink(files: SystemFiles, name: string): SysfsLink | null {
  const folder = `/sys/class/net/${name}`;
  const entries = files.list(folder);
  if (entries.length === 0) return null;
  const text = (file: string): string | null => {
    const result = files.read(`${folder}/${file}`);
    return result.state === "read" ? result.text.trim() : null;
  };
  const number = (file: string): number | null => {
    const parsed = Number(text(file) ?? undefined);
    return Number.isSafeInteger(parsed) ? parsed : null;
  };
  const carrier = number("carrier");
  const speedMbps = number("speed");
  return {
    index: number("ifindex"),
    flags: number("flags"),
    carrier: carrier === null ? null : carrier === 1,
    mtu: number("mtu"),
    // -1: the driver does not know. Above a terabit: another way of saying so.
    speedMbps: speedMbps !== null && speedMbps > 0 && speedMbps < 1_000_000 ? speedMbps : null,
    type: number("type"),
    mac: text("address"),
    devtype: /^DEVTYPE=(\S+)$/mu.exec(text("uevent") ?? "")?.[1] ?? null,
    driver: /^DRIVER=(\S+)$/mu.exec(text("device/uevent") ?? "")?.[1] ?? null,
    wireless: entries.includes("wireless") || entries.includes("phy80211"),
    device: entries.includes("device"),
  };
}
