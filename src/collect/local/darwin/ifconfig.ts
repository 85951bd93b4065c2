import { isIP } from "node:net";
import { macOf, scopeOf, withoutZone } from "../address.ts";
import type { AddressFact, InterfaceFact, InterfaceKind } from "../facts.ts";
import { familyOf } from "../../../base/family.ts";

/** What `networksetup -listallhardwareports` knows of a device: `en0` is "Wi-Fi". */
export type HardwarePorts = ReadonlyMap<string, string>;

export function parseHardwarePorts(text: string): HardwarePorts {
  const found = new Map<string, string>();
  let port = "";
  for (const line of text.split("\n")) {
    port = /^Hardware Port: (.+)$/u.exec(line)?.[1] ?? port;
    const device = /^Device: (\S+)/u.exec(line)?.[1];
    if (device !== undefined) found.set(device, port);
  }
  return found;
}

/** Interfaces from `ifconfig -a` (macOS); the text is the same in every language. */
export function parseIfconfig(text: string, ports: HardwarePorts): InterfaceFact[] {
  return text.split(/^(?=\S)/mu).flatMap((block) => {
    const [, name, flagText, mtu] = /^([\w.-]+): flags=[0-9a-f]+<([^>]*)>(?:.*\bmtu (\d+))?/iu.exec(block) ?? [];
    return name === undefined ? [] : [interfaceOf(block, name, (flagText ?? "").split(","), mtu, ports)];
  });
}

function interfaceOf(
  block: string,
  name: string,
  flags: readonly string[],
  mtu: string | undefined,
  ports: HardwarePorts,
): InterfaceFact {
  const adminUp = flags.includes("UP");
  const status = /^[ \t]+status: (\w+)/mu.exec(block)?.[1];
  const port = ports.get(name);
  const kind = kindOf(name, flags, port);
  const speed = /^[ \t]+media:.*\((\d+)(G?)base/imu.exec(block);
  return {
    name,
    label: port === undefined ? name : `${port} (${name})`,
    kind,
    mac: macOf(/^[ \t]+ether ([0-9a-f:]+)/mu.exec(block)?.[1]),
    adminUp,
    carrier: !adminUp ? "unknown" : status === "active" ? true : status === "inactive" ? false : "unknown",
    speedMbps: speed === null ? null : Number(speed[1]) * (speed[2] === "" ? 1 : 1000),
    mtu: mtu === undefined ? null : Number(mtu),
    addresses: [...block.matchAll(/^[ \t]+inet6? (.+)$/gmu)].flatMap((match) => addressOf(match[1] ?? "")),
    counters: null,
    wifi: kind === "wifi" ? { ssid: null, signalPercent: null } : null,
  };
}

function addressOf(line: string): AddressFact[] {
  const address = withoutZone(/^\S+/u.exec(line)?.[0] ?? "");
  if (isIP(address) === 0) return [];
  const scope = scopeOf(address);
  const mask = /netmask 0x([0-9a-f]{8})/u.exec(line)?.[1];
  const prefix =
    mask === undefined
      ? Number(/prefixlen (\d+)/u.exec(line)?.[1] ?? 32)
      : Number.parseInt(mask, 16).toString(2).replaceAll("0", "").length;
  return [
    {
      address,
      prefix,
      family: familyOf(address),
      scope,
      origin:
        scope === "link"
          ? "linkLocal"
          : /\bautoconf\b/u.test(line)
            ? "routerAdvertisement"
            : /\bdynamic\b/u.test(line)
              ? "dhcp"
              : "unknown",
      duplicate: /\bduplicated\b/u.test(line) ? true : "unknown",
    },
  ];
}

function kindOf(name: string, flags: readonly string[], port: string | undefined): InterfaceKind {
  if (flags.includes("LOOPBACK")) return "loopback";
  if (port !== undefined && /wi-?fi|airport/iu.test(port)) return "wifi";
  if (port !== undefined && /iphone|ipad|modem|wwan/iu.test(port)) return "mobile";
  if (/^(?:utun|ppp|ipsec|tun|tap)/u.test(name)) return "vpn";
  if (/^(?:awdl|llw|bridge|gif|stf|ap|anpi|vmenet|vnic|p2p|feth)/u.test(name)) return "virtual";
  if (port !== undefined && /bridge|thunderbolt|bluetooth/iu.test(port)) return "virtual";
  return name.startsWith("en") ? "ethernet" : "other";
}
