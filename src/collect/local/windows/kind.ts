import type { InterfaceKind } from "../facts.ts";

const VPN =
  /\b(?:vpn|tap-|tap\b|tun\b|wintun|wireguard|openvpn|anyconnect|fortinet|fortissl|globalprotect|tailscale|zerotier|wan miniport)/iu;
const VIRTUAL =
  /hyper-v|vmware|virtualbox|vethernet|virtual|loopback|teredo|isatap|6to4|bluetooth|npcap|kernel debug|wi-fi direct|multiplexor/iu;
const WIFI = /wi-?fi|wireless|wlan|802\.11/iu;
const MOBILE = /mobile broadband|wwan|\blte\b|\b[45]g\b|remote ndis|apple mobile/iu;

/**
 * Kind by the description, which is the driver's own and English on nearly every system; used where no numbers are
 * told, and for what the numbers call Ethernet although it is a VPN.
 */
export function kindByDescription(description: string): InterfaceKind {
  if (VPN.test(description)) return "vpn";
  if (VIRTUAL.test(description)) return "virtual";
  if (MOBILE.test(description)) return "mobile";
  return WIFI.test(description) ? "wifi" : "ethernet";
}

/**
 * @param type ifType of IANA: 24 loopback, 71 IEEE 802.11, 243/244 WWAN, 23 PPP, 131 tunnel
 * @param medium NDIS_PHYSICAL_MEDIUM: 1 and 9 wireless LAN, 8 wireless WAN
 */
export function windowsKind(
  type: number | null,
  medium: number | null,
  hardware: boolean | null,
  description: string,
): InterfaceKind {
  if (type === 24) return "loopback";
  const told = kindByDescription(description);
  if (told === "vpn" || told === "virtual") return told;
  if (type === 243 || type === 244 || medium === 8) return "mobile";
  if (type === 71 || medium === 1 || medium === 9) return "wifi";
  if (type === 23 || type === 131) return "vpn";
  return hardware === false && told === "ethernet" ? "virtual" : told;
}
