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

/** Reads one interface, or null where there is none of that name. Attributes that the driver refuses (EINVAL while it is off) are null. */
export async function readSysfsLink(files: SystemFiles, name: string): Promise<SysfsLink | null> {
  const folder = `/sys/class/net/${name}`;
  const entries = await files.list(folder);
  if (entries.length === 0) return null;
  const text = async (file: string): Promise<string | null> => {
    const result = await files.read(`${folder}/${file}`);
    return result.state === "read" ? result.text.trim() : null;
  };
  const [index, flags, carrier, mtu, speed, type, address, uevent, driver] = await Promise.all([
    ...["ifindex", "flags", "carrier", "mtu", "speed", "type", "address", "uevent"].map(text),
    entries.includes("device") ? text("device/uevent") : null,
  ]);
  const number = (value: string | null | undefined): number | null => {
    const parsed = Number(value ?? undefined);
    return Number.isSafeInteger(parsed) ? parsed : null;
  };
  const speedMbps = number(speed);
  return {
    index: number(index),
    flags: number(flags),
    carrier: carrier === "1" ? true : carrier === "0" ? false : null,
    mtu: number(mtu),
    // -1: the driver does not know. Above a terabit: another way of saying so.
    speedMbps: speedMbps !== null && speedMbps > 0 && speedMbps < 1_000_000 ? speedMbps : null,
    type: number(type),
    mac: address ?? null,
    devtype: /^DEVTYPE=(\S+)$/mu.exec(uevent ?? "")?.[1] ?? null,
    driver: /^DRIVER=(\S+)$/mu.exec(driver ?? "")?.[1] ?? null,
    wireless: entries.includes("wireless") || entries.includes("phy80211"),
    device: entries.includes("device"),
  };
}
