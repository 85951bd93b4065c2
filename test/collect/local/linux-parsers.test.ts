import { describe, expect, it } from "vitest";
import {
  dhcpInInterfacesFile,
  dhcpInNetworkFile,
  networkFileOfLink,
} from "../../../src/collect/local/linux/dhcp-config.ts";
import { parseIpAddr, parseIpNeigh } from "../../../src/collect/local/linux/ip-json.ts";
import { interfaceKind, type KindHints } from "../../../src/collect/local/linux/kind.ts";
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
import { fixture } from "./support.ts";

describe("/proc/net", () => {
  it("dev: counters by interface", () => {
    const counters = parseProcNetDev(fixture("linux/proc-net-dev.txt"));
    expect([...counters.keys()].toSorted()).toEqual(["eth0", "lo"]);
    expect(counters.get("eth0")?.rxPackets).toBeGreaterThan(0);
    expect(
      parseProcNetDev(
        "  eth0:418258781   10176    1    0    0     0          0         0   653014    6041    2    0    0     " +
          "0       0          0\n",
      ).get("eth0"),
    ).toEqual({
      rxPackets: 10_176,
      rxErrors: 1,
      txPackets: 6041,
      txErrors: 2,
    });
  });

  it("route: the default route and the own network", () => {
    // A route that swallows everything leads nowhere.
    expect(parseProcNetRoute(fixture("linux/proc-net-route-blackhole"))).toEqual([]);
    expect(parseProcNetRoute(fixture("linux/proc-net-route.txt"))).toEqual([
      { family: 4, destination: "0.0.0.0/0", gateway: "192.0.2.1", interface: "eth0", metric: 0 },
      { family: 4, destination: "192.0.2.0/24", gateway: null, interface: "eth0", metric: 0 },
    ]);
  });

  it("ipv6_route: ways to others, without the kernel's own entries", () => {
    expect(parseProcNetIpv6Route(fixture("linux/proc-net-ipv6_route.txt"))).toEqual([
      { family: 6, destination: "2001:db8::/64", gateway: null, interface: "eth0", metric: 256 },
      { family: 6, destination: "fe80::/64", gateway: null, interface: "eth0", metric: 256 },
      { family: 6, destination: "::/0", gateway: "2001:db8::1", interface: "eth0", metric: 1024 },
    ]);
  });

  it("if_inet6: addresses of both scopes", () => {
    expect(
      parseIfInet6(fixture("linux/proc-net-if_inet6.txt")).map(
        ({ name, address, prefix }) => `${name} ${address}/${prefix}`,
      ),
    ).toEqual(["eth0 fe80::74fa:beff:fe25:ffe6/64", "eth0 2001:db8::10/64", "lo ::1/128"]);
  });

  it("arp: knows complete from incomplete, and no more", () => {
    const entries = parseProcNetArp(fixture("linux/proc-net-arp.txt"));
    expect(entries.map(({ address, state, mac }) => [address, state, mac === null])).toEqual([
      ["192.0.2.77", "incomplete", true],
      ["192.0.2.1", "unknown", false],
    ]);
  });

  it("wireless: quality in percent", () => {
    const text =
      "Inter-| sta-|   Quality        |   Discarded packets\n face | tus | link level noise |  nwid  " +
      "crypt\nwlp2s0: 0000   35.  -75.  -256        0      0      0      0    123        0\n";
    expect([...parseProcNetWireless(text)]).toEqual([["wlp2s0", 50]]);
  });
});

describe("iproute2", () => {
  it("addresses", () => {
    const links = parseIpAddr(fixture("linux/ip-addr.json"));
    expect(links?.map(({ ifname, addr_info }) => [ifname, addr_info.map(({ local }) => local)])).toEqual([
      ["lo", ["127.0.0.1", "::1"]],
      ["eth0", ["192.0.2.10", "2001:db8::10", "fe80::74fa:beff:fe25:ffe6"]],
    ]);
  });

  it("neighbours of both families", () => {
    expect(parseIpNeigh(fixture("linux/ip-neigh.json"))).toEqual([
      { address: "192.0.2.77", family: 4, mac: null, interface: "eth0", state: "failed", router: "unknown" },
      {
        address: "192.0.2.1",
        family: 4,
        mac: "f2:9e:0a:e3:91:1b",
        interface: "eth0",
        state: "reachable",
        router: "unknown",
      },
      {
        address: "2001:db8::1",
        family: 6,
        mac: "f2:9e:0a:e3:91:1b",
        interface: "eth0",
        state: "reachable",
        router: true,
      },
    ]);
  });

  it("other programs of that name are not understood, which is not the same as an empty table", () => {
    expect(parseIpNeigh("BusyBox v1.36.1 multi-call binary.\n")).toBeNull();
    expect(parseIpAddr('{"a":1}')).toBeNull();
    expect(parseIpAddr("[{},{}]")).toEqual([]);
  });
});

describe("DHCP leases", () => {
  it("systemd-networkd", () => {
    expect(parseNetworkdLease(fixture("linux/networkd-lease-2"), Date.UTC(2020, 9, 26, 1))).toEqual({
      address: "10.32.119.212",
      server: "10.32.22.9",
      routers: ["10.32.112.1"],
      dns: ["10.240.0.10", "10.240.1.10"],
      obtainedAt: "2020-10-26T01:00:00.000Z",
      expiresAt: "2020-10-26T01:15:00.000Z",
    });
  });

  it("option 114 (RFC 8910): the log-in page that the network announces, from each client's own form", () => {
    const portal = "https://wifi.example.test/api";
    const packet = Buffer.alloc(240);
    packet.set([0x63, 0x82, 0x53, 0x63], 236);
    const option = Buffer.concat([Buffer.from([114, portal.length]), Buffer.from(portal), Buffer.from([255])]);
    const dhclient = fixture("linux/dhclient.eth0.leases");
    const told = (url: string): string =>
      dhclient.replace("option routers", `option default-url "${url}";\n  option routers`);
    expect(parseNetworkdLease(`${fixture("linux/networkd-lease-2")}\nCAPTIVE_PORTAL=${portal}`, 0)?.portal).toBe(
      portal,
    );
    expect(parseDhclientLeases(told(portal), "eth0")?.portal).toBe(portal);
    expect(parseDhcpPacket(Buffer.concat([packet, option]), 0)?.portal).toBe(portal);
    expect(parseDhclientLeases(told("urn:ietf:params:capport:unrestricted"), "eth0")).not.toHaveProperty("portal");
    expect(parseDhclientLeases(dhclient, "eth0")).not.toHaveProperty("portal");
  });
  it("dhclient: the last lease of the interface", () => {
    const older = fixture("linux/dhclient.eth0.leases").replaceAll("10.210.24.228", "10.9.9.9");
    expect(parseDhclientLeases(older + fixture("linux/dhclient.eth0.leases"), "eth0")).toEqual({
      address: "10.210.24.228",
      server: "10.211.0.124",
      routers: ["10.210.24.1"],
      dns: ["10.211.0.124", "10.211.0.121", "10.7.77.135"],
      obtainedAt: "2021-03-29T09:25:27.000Z",
      expiresAt: "2021-03-29T10:25:27.000Z",
    });
    expect(parseDhclientLeases(older, "wlan0")).toBeNull();
  });

  it("NetworkManager", () => {
    expect(parseNmcliDhcp(fixture("linux/nmcli-device-show.txt")).get("enp3s0")).toMatchObject({
      address: "192.168.1.105",
      expiresAt: "2021-04-10T04:11:56.000Z",
      dns: ["192.168.1.1"],
    });
  });

  it("dhcpcd: the packet as the server sent it", () => {
    const packet = Buffer.alloc(300);
    packet.set([192, 0, 2, 10], 16);
    packet.set(
      [
        0x63, 0x82, 0x53, 0x63, 53, 1, 5, 54, 4, 192, 0, 2, 1, 51, 4, 0, 0, 0x0e, 0x10, 3, 4, 192, 0, 2, 1, 6, 8, 192,
        0, 2, 1, 192, 0, 2, 2, 255,
      ],
      236,
    );
    expect(parseDhcpPacket(packet, 0)).toEqual({
      address: "192.0.2.10",
      server: "192.0.2.1",
      routers: ["192.0.2.1"],
      dns: ["192.0.2.1", "192.0.2.2"],
      obtainedAt: "1970-01-01T00:00:00.000Z",
      expiresAt: "1970-01-01T01:00:00.000Z",
    });
    expect(parseDhcpPacket(packet.subarray(0, 250), 0)).not.toBeNull();
    expect(parseDhcpPacket(packet.subarray(0, 100), 0)).toBeNull();
  });

  it("configuration files", () => {
    const text =
      "auto lo\niface lo inet loopback\n\nauto eth0\niface eth0 inet dhcp\niface eth1 inet static\n\taddress " +
      "10.0.0.2\n";
    expect(["eth0", "eth1", "lo", "eth2"].map((name) => dhcpInInterfacesFile(text, name))).toEqual([
      true,
      false,
      null,
      null,
    ]);
    expect(dhcpInNetworkFile("[Match]\nName=en*\n\n[Network]\nDHCP=ipv4\n[DHCP]\nRouteMetric=100\n")).toBe(true);
    expect(dhcpInNetworkFile("[Match]\nName=en*\n[Network]\nAddress=10.0.0.2/24\n")).toBe(false);
    expect(dhcpInNetworkFile("[Match]\nName=en*\n")).toBeNull();
    expect(
      networkFileOfLink("ADMIN_STATE=configured\nNETWORK_FILE=/run/systemd/network/10-netplan-eth0.network\n"),
    ).toBe("/run/systemd/network/10-netplan-eth0.network");
  });
});

describe("resolv.conf", () => {
  it("keeps the order, the zone, and the last search list", () => {
    const text =
      "# made by somebody\nsearch a.test\nnameserver 192.0.2.53 # first\nnameserver fe80::1%eth0\nnameserver " +
      "not-an-address\noptions edns0\nsearch b.test c.test\n";
    expect(parseResolvConf(text, "x")).toEqual({
      servers: [
        { address: "192.0.2.53", port: 53, interface: null, source: "x" },
        { address: "fe80::1%eth0", port: 53, interface: "eth0", source: "x" },
      ],
      search: ["b.test", "c.test"],
    });
  });
  it("invents no server for an empty file", () => {
    expect(parseResolvConf("\n", "x").servers).toEqual([]);
  });
});

describe("kind of an interface", () => {
  const hints: KindHints = {
    name: "",
    loopback: false,
    devtype: null,
    wireless: false,
    device: false,
    driver: null,
    ethernet: true,
    carriesDefaultRoute: false,
  };
  it.each([
    ["lo", { loopback: true }, "loopback"],
    ["eth0", {}, "ethernet"],
    ["enp3s0", { device: true }, "ethernet"],
    ["enx001122334455", { device: true }, "ethernet"],
    ["laptop", { carriesDefaultRoute: true }, "ethernet"],
    ["wlp2s0", { wireless: true, device: true }, "wifi"],
    ["wlan0", {}, "wifi"],
    ["wwan0", { device: true }, "mobile"],
    ["usb0", { device: true, driver: "rndis_host" }, "mobile"],
    ["tun0", { ethernet: false, carriesDefaultRoute: true }, "vpn"],
    ["wg0", { ethernet: false, devtype: "wireguard" }, "vpn"],
    ["ppp0", { ethernet: false }, "vpn"],
    ["office", { ethernet: false }, "vpn"],
    ["docker0", { devtype: "bridge" }, "virtual"],
    ["veth12ab", {}, "virtual"],
    ["virbr0", { devtype: "bridge" }, "virtual"],
  ] as const)("%s is %s", (name, known, kind) => {
    expect(interfaceKind({ ...hints, name, ...known })).toBe(kind);
  });
});

it("iw: name of the network, bytes beyond ASCII decoded", () => {
  expect(parseIwSsid("Connected to 00:11:22:33:44:55 (on wlan0)\n\tSSID: UBND x\\xc3\\xa3\n\tfreq: 2437\n")).toBe(
    "UBND xã",
  );
  expect(parseIwSsid("Not connected.\n")).toBeNull();
});
