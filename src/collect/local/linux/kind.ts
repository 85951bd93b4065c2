import type { InterfaceKind } from "../facts.ts";

/** What is known of an interface when its kind is decided. */
export interface KindHints {
  readonly name: string;
  readonly loopback: boolean;
  /** DEVTYPE of /sys/class/net/NAME/uevent. */
  readonly devtype: string | null;
  readonly wireless: boolean;
  /** A piece of hardware stands behind it. */
  readonly device: boolean;
  readonly driver: string | null;
  /** Ethernet framing (ARPHRD_ETHER); null where not told. */
  readonly ethernet: boolean | null;
  readonly carriesDefaultRoute: boolean;
}

const VPN_NAME = /^(?:tun|tap|wg|ppp|ipsec|vti|zt|tailscale|utun|nordlynx|proton|vpn|gpd)/u;
const VIRTUAL_NAME =
  /^(?:docker|br-|veth|virbr|vmnet|vboxnet|ifb|dummy|lxc|lxd|cni|flannel|cali|podman|vnet|macvlan|ipvlan|bond|team|vxlan|gre|sit|ip6tnl|nlmon)/u;
const WIRED_NAME = /^(?:eth|en)[a-z]*\d/u;

/**
 * Decided by name and by what the interface carries before the driver: a laptop in a test network has a veth called
 * `eth0`, and it is the cable all the same. A phone on a USB cable (rndis_host, ipheth) is a mobile line.
 */
export function interfaceKind(hints: KindHints): InterfaceKind {
  const { name } = hints;
  if (hints.loopback) return "loopback";
  if (hints.wireless || hints.devtype === "wlan" || name.startsWith("wl")) return "wifi";
  if (
    hints.devtype === "wwan" ||
    /^(?:ww|rmnet)/u.test(name) ||
    hints.driver === "rndis_host" ||
    hints.driver === "ipheth"
  )
    return "mobile";
  if (VPN_NAME.test(name) || hints.devtype === "wireguard") return "vpn";
  if (WIRED_NAME.test(name) || hints.device) return "ethernet";
  if (hints.carriesDefaultRoute && hints.ethernet !== false) return "ethernet";
  if (VIRTUAL_NAME.test(name) || hints.devtype !== null) return "virtual";
  if (hints.ethernet === false) return "vpn";
  return "virtual";
}
