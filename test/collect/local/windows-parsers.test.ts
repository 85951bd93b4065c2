import { describe, expect, it } from "vitest";
import { parseWindowsArp } from "../../../src/collect/local/windows/arp.ts";
import { parseIpconfig } from "../../../src/collect/local/windows/ipconfig.ts";
import { windowsKind } from "../../../src/collect/local/windows/kind.ts";
import { parseRoutePrint } from "../../../src/collect/local/windows/routes.ts";
import { fixture } from "./support.ts";

describe("ipconfig /all, where PowerShell is blocked", () => {
  it("English, three adapters", () => {
    const adapters = parseIpconfig(fixture("windows/ipconfig-all.en.txt"));
    expect(
      adapters.map(({ fact }) => [
        fact.name,
        fact.kind,
        fact.carrier,
        fact.addresses
          .filter(({ family }) => family === 4)
          .map(({ address, prefix, origin }) => `${address}/${prefix} ${origin}`),
      ]),
    ).toEqual([
      ["Ethernet1", "ethernet", true, ["172.16.20.45/23 static"]],
      ["Ethernet0 2", "ethernet", true, ["10.129.43.43/16 dhcp"]],
      ["Ethernet", "vpn", false, []],
    ]);
    expect(adapters[0]).toMatchObject({ dns: ["8.8.8.8"], lease: { dhcp: false, server: null } });
    expect(adapters[1]).toMatchObject({
      dns: ["1.1.1.1", "8.8.8.8"],
      lease: { dhcp: true, server: "10.129.0.1", routers: ["10.129.0.1"], dns: ["1.1.1.1", "8.8.8.8"] },
    });
  });

  it("a laptop that got no lease, and its unplugged Wi-Fi", () => {
    const adapters = parseIpconfig(fixture("windows/ipconfig-all-apipa.en.txt"));
    expect(
      adapters.map(({ fact, dns, lease }) => [
        fact.name,
        fact.kind,
        fact.carrier,
        fact.addresses[0]?.address ?? null,
        dns,
        lease.dhcp,
        lease.server,
      ]),
    ).toEqual([
      // A connection by PPP has no hardware address and is an adapter all the same.
      ["nivyahbroadband", "ethernet", true, "183.87.24.72", ["121.241.40.26", "111.125.192.11"], false, null],
      ["Wireless Network Connection", "wifi", false, null, [], true, null],
      ["Local Area Connection", "ethernet", true, "169.254.189.99", [], true, null],
    ]);
    expect(adapters[2]?.fact.addresses[0]?.origin).toBe("linkLocal");
  });

  it("Vietnamese labels change nothing", () => {
    const adapters = parseIpconfig(fixture("windows/ipconfig-all.vi.txt"));
    expect(adapters.map(({ fact }) => [fact.name, fact.kind, fact.carrier, fact.mac])).toEqual([
      ["Kết nối Mạng Cục bộ", "ethernet", true, "3c:52:82:10:20:30"],
      ["Wi-Fi", "wifi", false, "3c:52:82:10:20:31"],
    ]);
    expect(adapters[0]?.fact.addresses.find(({ family }) => family === 4)).toMatchObject({
      address: "192.168.1.23",
      prefix: 24,
      origin: "dhcp",
    });
    expect(adapters[0]).toMatchObject({
      dns: ["192.168.1.1", "203.162.4.190"],
      lease: { dhcp: true, server: "192.168.1.1", routers: ["192.168.1.1"] },
    });
  });
});

describe("old tools", () => {
  const names = new Map([
    ["172.16.20.45", "Ethernet1"],
    ["10.129.43.43", "Ethernet0 2"],
  ]);
  const nameOf = (address: string): string | null => names.get(address) ?? null;

  it("route print: active ways to others only", () => {
    const expected = [
      { family: 4, destination: "0.0.0.0/0", gateway: "172.16.20.1", interface: "Ethernet1", metric: 271 },
      { family: 4, destination: "0.0.0.0/0", gateway: "10.129.0.1", interface: "Ethernet0 2", metric: 15 },
      { family: 4, destination: "10.129.0.0/16", gateway: null, interface: "Ethernet0 2", metric: 271 },
      { family: 4, destination: "172.16.20.0/23", gateway: null, interface: "Ethernet1", metric: 271 },
    ];
    expect(parseRoutePrint(fixture("windows/route-print.en.txt"), nameOf)).toEqual(expected);
    expect(
      parseRoutePrint(fixture("windows/route-print.en.txt").replaceAll("On-link", "Trên liên kết"), nameOf),
    ).toEqual(expected);
  });

  it("arp -a", () => {
    expect(parseWindowsArp(fixture("windows/arp-a.en.txt"), nameOf)).toEqual([
      {
        address: "10.129.0.1",
        family: 4,
        mac: "00:50:56:94:05:3e",
        interface: "Ethernet0 2",
        state: "unknown",
        router: "unknown",
      },
      {
        address: "10.129.63.102",
        family: 4,
        mac: "00:50:56:94:e4:ef",
        interface: "Ethernet0 2",
        state: "unknown",
        router: "unknown",
      },
      {
        address: "10.129.248.226",
        family: 4,
        mac: "00:50:56:94:63:af",
        interface: "Ethernet0 2",
        state: "unknown",
        router: "unknown",
      },
    ]);
    expect(parseWindowsArp(fixture("windows/arp-a.de.txt"), nameOf)).toMatchObject([
      { address: "192.168.31.16", interface: "192.168.31.15" },
    ]);
  });

  it.each([
    [24, 0, false, "Software Loopback Interface 1", "loopback"],
    [6, 14, true, "Realtek PCIe GbE Family Controller", "ethernet"],
    [6, 14, true, "Remote NDIS based Internet Sharing Device", "mobile"],
    [243, 8, true, "Quectel Wireless Ethernet Adapter", "mobile"],
    [71, 9, true, "Intel(R) Dual Band Wireless-AC 8265", "wifi"],
    [71, 9, false, "Microsoft Wi-Fi Direct Virtual Adapter", "virtual"],
    [6, 0, false, "Hyper-V Virtual Ethernet Adapter", "virtual"],
    [6, 0, false, "Fortinet SSL VPN Virtual Ethernet Adapter", "vpn"],
    [53, 0, false, "WireGuard Tunnel", "vpn"],
  ] as const)("kind %s/%s %s %s: %s", (type, medium, hardware, description, kind) => {
    expect(windowsKind(type, medium, hardware, description)).toBe(kind);
  });
});
