import fc from "fast-check";
import { expect, it } from "vitest";
import { parseHardwarePorts, parseIfconfig } from "../../../src/collect/local/darwin/ifconfig.ts";
import { parseGetpacket } from "../../../src/collect/local/darwin/lease.ts";
import { parseDarwinArp, parseNdp } from "../../../src/collect/local/darwin/neighbours.ts";
import { parseNetstatCounters, parseNetstatRoutes } from "../../../src/collect/local/darwin/routes.ts";
import { parseScutilDns, parseScutilProxy } from "../../../src/collect/local/darwin/scutil.ts";
import { parseHostsFile } from "../../../src/collect/local/hosts.ts";
import { dhcpInInterfacesFile, dhcpInNetworkFile } from "../../../src/collect/local/linux/dhcp-config.ts";
import { parseIpAddr, parseIpNeigh } from "../../../src/collect/local/linux/ip-json.ts";
import { parseDhclientLeases } from "../../../src/collect/local/linux/leases/dhclient.ts";
import { parseDhcpPacket } from "../../../src/collect/local/linux/leases/dhcpcd.ts";
import { parseNetworkdLease } from "../../../src/collect/local/linux/leases/networkd.ts";
import { parseNmcliDhcp } from "../../../src/collect/local/linux/leases/nmcli.ts";
import {
  parseIfInet6,
  parseProcNetArp,
  parseProcNetDev,
  parseProcNetIpv6Route,
  parseProcNetRoute,
  parseProcNetWireless,
} from "../../../src/collect/local/linux/proc-net.ts";
import { parseResolvConf } from "../../../src/collect/local/linux/resolv-conf.ts";
import { parseIwSsid } from "../../../src/collect/local/linux/wifi.ts";
import { proxiesOfEnvironment } from "../../../src/collect/local/proxy/environment.ts";
import { parseGnomeProxy } from "../../../src/collect/local/proxy/gnome.ts";
import { parseWindowsArp } from "../../../src/collect/local/windows/arp.ts";
import { parseIpconfig } from "../../../src/collect/local/windows/ipconfig.ts";
import { parseRoutePrint } from "../../../src/collect/local/windows/routes.ts";
import { fixture } from "./support.ts";

const noName = (): null => null;
const PARSERS: readonly (readonly [name: string, sample: string, parse: (text: string) => unknown])[] = [
  ["ip addr", "linux/ip-addr.json", parseIpAddr],
  ["ip neigh", "linux/ip-neigh.json", parseIpNeigh],
  ["/proc/net/dev", "linux/proc-net-dev.txt", parseProcNetDev],
  ["/proc/net/route", "linux/proc-net-route.txt", parseProcNetRoute],
  ["/proc/net/ipv6_route", "linux/proc-net-ipv6_route.txt", parseProcNetIpv6Route],
  ["/proc/net/if_inet6", "linux/proc-net-if_inet6.txt", parseIfInet6],
  ["/proc/net/arp", "linux/proc-net-arp.txt", parseProcNetArp],
  ["/proc/net/wireless", "linux/proc-net-dev.txt", parseProcNetWireless],
  ["networkd", "linux/networkd-lease-2", (text) => parseNetworkdLease(text, 1e15)],
  ["dhclient", "linux/dhclient.eth0.leases", (text) => parseDhclientLeases(text, "eth0")],
  ["dhcpcd", "linux/networkd-lease-2", (text) => parseDhcpPacket(Buffer.from(text), 0)],
  ["nmcli", "linux/nmcli-device-show.txt", parseNmcliDhcp],
  ["resolv.conf", "linux/networkd-lease-2", (text) => parseResolvConf(text, "x")],
  ["interfaces", "linux/networkd-lease-2", (text) => [dhcpInInterfacesFile(text, "eth0"), dhcpInNetworkFile(text)]],
  ["iw", "linux/ping-ok.txt", parseIwSsid],
  ["hosts", "linux/networkd-lease-2", (text) => parseHostsFile(text, "hosts", "x")],
  ["environment", "linux/ping-ok.txt", (text) => proxiesOfEnvironment({ http_proxy: text, NO_PROXY: text })],
  ["gsettings", "linux/ping-ok.txt", parseGnomeProxy],
  ["ipconfig", "windows/ipconfig-all.en.txt", parseIpconfig],
  ["ipconfig, Vietnamese", "windows/ipconfig-all.vi.txt", parseIpconfig],
  ["route print", "windows/route-print.en.txt", (text) => parseRoutePrint(text, noName)],
  ["arp -a", "windows/arp-a.en.txt", (text) => parseWindowsArp(text, noName)],
  ["ifconfig", "darwin/ifconfig.txt", (text) => parseIfconfig(text, new Map())],
  ["networksetup", "darwin/hardware-ports.txt", parseHardwarePorts],
  ["netstat -rn", "darwin/netstat-rn.txt", parseNetstatRoutes],
  ["netstat -rn, IPv6", "darwin/netstat-rn-inet6.txt", parseNetstatRoutes],
  ["netstat -ibn", "darwin/netstat-rn.txt", parseNetstatCounters],
  ["scutil --dns", "darwin/scutil-dns.txt", parseScutilDns],
  ["scutil --proxy", "darwin/scutil-proxy.txt", parseScutilProxy],
  ["getpacket", "darwin/getpacket.txt", (text) => parseGetpacket(text, "en0", true)],
  ["arp -an", "darwin/arp-an.txt", parseDarwinArp],
  ["ndp -an", "darwin/arp-an.txt", parseNdp],
];

it.each(PARSERS)("%s: no text, however cut or garbled, throws", (_name, sample, parse) => {
  const text = fixture(sample);
  const cut = fc.nat(text.length).map((at) => text.slice(0, at));
  const garbled = fc
    .tuple(fc.nat(text.length), fc.string(), fc.nat(8))
    .map(([at, noise, gone]) => text.slice(0, at) + noise + text.slice(at + gone));
  fc.assert(
    fc.property(fc.oneof(fc.string(), cut, garbled), (input) => {
      expect(() => parse(input)).not.toThrow();
    }),
    { numRuns: 120 },
  );
});
