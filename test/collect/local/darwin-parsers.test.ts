import { describe, expect, it } from "vitest";
import { parseHardwarePorts, parseIfconfig } from "../../../src/collect/local/darwin/ifconfig.ts";
import { parseGetpacket } from "../../../src/collect/local/darwin/lease.ts";
import { parseDarwinArp, parseNdp } from "../../../src/collect/local/darwin/neighbours.ts";
import { parseNetstatCounters, parseNetstatRoutes } from "../../../src/collect/local/darwin/routes.ts";
import { parseScutilDns, parseScutilProxy } from "../../../src/collect/local/darwin/scutil.ts";
import { fixture } from "./support.ts";

describe("ifconfig", () => {
  const ports = parseHardwarePorts(fixture("darwin/hardware-ports.txt"));

  it("interfaces with the port names of networksetup", () => {
    const facts = parseIfconfig(fixture("darwin/ifconfig.txt"), ports);
    expect(facts.map(({ name, label, kind, adminUp, carrier }) => [name, label, kind, adminUp, carrier])).toEqual([
      ["bridge0", "Thunderbolt Bridge (bridge0)", "virtual", true, false],
      ["ap1", "ap1", "virtual", true, false],
      ["en0", "Wi-Fi (en0)", "wifi", true, true],
      ["awdl0", "awdl0", "virtual", true, true],
      ["llw0", "llw0", "virtual", true, false],
    ]);
    expect(facts[2]?.addresses).toEqual([
      {
        address: "fe80::b765:d1ff:fea7:da2a",
        prefix: 64,
        family: 6,
        scope: "link",
        origin: "linkLocal",
        duplicate: "unknown",
      },
      { address: "192.168.0.42", prefix: 24, family: 4, scope: "global", origin: "unknown", duplicate: "unknown" },
    ]);
  });

  it("a cable: speed, addresses from a router's advertisement", () => {
    const [cable] = parseIfconfig(fixture("darwin/ifconfig-ethernet.txt"), new Map());
    expect(cable).toMatchObject({ kind: "ethernet", speedMbps: 1000, mac: "00:23:32:d4:72:80", mtu: 1500 });
    expect(cable?.addresses.map(({ origin }) => origin)).toEqual([
      "linkLocal",
      "unknown",
      "routerAdvertisement",
      "routerAdvertisement",
    ]);
  });
});

describe("netstat -rn", () => {
  it("leaves out hosts, groups and the own addresses", () => {
    expect(parseNetstatRoutes(fixture("darwin/netstat-rn.txt"))).toEqual([
      { family: 4, destination: "0.0.0.0/0", gateway: "192.168.88.1", interface: "en0", metric: 0 },
      { family: 4, destination: "169.254.0.0/16", gateway: null, interface: "en0", metric: 0 },
    ]);
  });

  it("puts the route of a VPN before the one that only asks for its interface", () => {
    const routes = parseNetstatRoutes(fixture("darwin/netstat-rn-vpn.txt")).filter(
      ({ destination }) => destination === "0.0.0.0/0",
    );
    expect(routes.map(({ interface: name, gateway, metric }) => [name, gateway, metric])).toEqual([
      ["utun3", null, 0],
      ["en0", "172.20.10.1", 1],
    ]);
  });

  it("knows the IPv6 default routes of idle tunnels for what they are", () => {
    expect(
      parseNetstatRoutes(fixture("darwin/netstat-rn-inet6.txt")).map(
        ({ destination, interface: name }) => `${destination} ${name}`,
      ),
    ).toEqual(["fd6f:74a0:9a49::/64 utun5", "fe80::/64 en0"]);
  });

  it("-ibn: counters, counted from the end of the row", () => {
    const text =
      "Name       Mtu   Network       Address            Ipkts Ierrs     Ibytes    Opkts Oerrs     Obytes  " +
      "Coll\nlo0        16384 <Link#1>                         100     0      1000       90     0        900     " +
      "0\nen0        1500  <Link#15>   f8:4d:89:7f:73:12  12345     2   5000000     6789     1    4000000     " +
      "0\nen0        1500  192.168.88    192.168.88.68     12345     -   5000000     6789     -    4000000     " +
      "-\n";
    expect([...parseNetstatCounters(text)]).toEqual([
      ["lo0", { rxPackets: 100, rxErrors: 0, txPackets: 90, txErrors: 0 }],
      ["en0", { rxPackets: 12_345, rxErrors: 2, txPackets: 6789, txErrors: 1 }],
    ]);
  });
});

describe("scutil", () => {
  it("--dns: the general resolvers once, without mDNS", () => {
    expect(parseScutilDns(fixture("darwin/scutil-dns.txt"))).toEqual({
      servers: [
        { address: "10.5.3.211", port: 53, interface: "en0", source: "scutil --dns" },
        { address: "10.5.3.210", port: 53, interface: "en0", source: "scutil --dns" },
      ],
      search: ["mcvts.org"],
    });
    expect(parseScutilDns(fixture("darwin/scutil-dns-none.txt")).servers).toEqual([]);
  });

  it("--dns: a link-local server keeps its zone, without which it cannot be asked", () => {
    const { servers } = parseScutilDns(fixture("darwin/scutil-dns-link-local.txt"));
    expect(servers.map(({ address, interface: name }) => [address, name])).toEqual([
      ["2001:db8::1", null],
      ["fe80::1%en0", "en0"],
    ]);
  });

  it("--proxy", () => {
    expect(parseScutilProxy(fixture("darwin/scutil-proxy.txt"))).toEqual({
      settings: [
        { source: "macos", scheme: "http", value: "localhost:9527", valid: true },
        { source: "macos", scheme: "https", value: "localhost:9527", valid: true },
        { source: "macos", scheme: "socks", value: "localhost:9527", valid: true },
      ],
      bypass: ["localhost", "127.0.0.1/8"],
    });
    expect(parseScutilProxy("<dictionary> {\n  HTTPEnable : 0\n}\n")).toEqual({ settings: [], bypass: [] });
  });
});

it("ipconfig getpacket", () => {
  expect(parseGetpacket(fixture("darwin/getpacket.txt"), "en0", true)).toMatchObject({
    dhcp: true,
    server: "172.16.12.1",
    routers: ["172.16.12.1"],
    dns: ["172.16.12.1", "8.8.8.8"],
  });
  expect(parseGetpacket("", "en0", true)).toMatchObject({ dhcp: false, server: null });
  expect(parseGetpacket("", "en0", false)).toMatchObject({ dhcp: "unknown", source: "none" });
});

it("arp and ndp", () => {
  expect(parseDarwinArp(fixture("darwin/arp-an.txt")).map(({ address, mac, state }) => [address, mac, state])).toEqual([
    ["192.168.88.1", "64:d1:54:a9:22:cd", "unknown"],
    ["192.168.88.50", null, "incomplete"],
    ["192.168.88.68", "f8:4d:89:7f:73:12", "permanent"],
  ]);
  const ndp =
    "Neighbor                                Linklayer Address  Netif Expire    St Flgs Prbs\nfe80::1%lo0        " +
    "                     (incomplete)         lo0 permanent R\nfe80::66d1:54ff:fea9:22cd%en0           " +
    "64:d1:54:a9:22:cd    en0 23h59m58s S  R\n";
  expect(parseNdp(ndp)).toEqual([
    {
      address: "fe80::66d1:54ff:fea9:22cd",
      family: 6,
      mac: "64:d1:54:a9:22:cd",
      interface: "en0",
      state: "stale",
      router: true,
    },
  ]);
});
