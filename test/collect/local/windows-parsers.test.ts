import { describe, expect, it } from "vitest";
import { parseWindowsArp } from "../../../src/collect/local/windows/arp.ts";
import { countersOf } from "../../../src/collect/local/windows/facts/counters.ts";
import { interfacesOf } from "../../../src/collect/local/windows/facts/interfaces.ts";
import { leasesOf } from "../../../src/collect/local/windows/facts/leases.ts";
import { neighboursOf } from "../../../src/collect/local/windows/facts/neighbours.ts";
import { resolversOf } from "../../../src/collect/local/windows/facts/resolvers.ts";
import { routesOf } from "../../../src/collect/local/windows/facts/routes.ts";
import { parseIpconfig } from "../../../src/collect/local/windows/ipconfig.ts";
import { windowsKind } from "../../../src/collect/local/windows/kind.ts";
import { parseRegQuery, proxiesOfRegistry } from "../../../src/collect/local/windows/registry.ts";
import { parseRoutePrint } from "../../../src/collect/local/windows/routes.ts";
import { AFTER_ARGS, BEFORE_ARGS } from "../../../src/collect/local/windows/script.ts";
import { parseSnapshot } from "../../../src/collect/local/windows/snapshot.ts";
import { parseNetshWlan } from "../../../src/collect/local/windows/wlan.ts";
import { fixture } from "./support.ts";

describe("PowerShell snapshot", () => {
  const before = parseSnapshot(`\uFEFF${fixture("windows/powershell-before.json")}`);
  const cable = "Kết nối Mạng Cục bộ";

  it("interfaces: kind, switch, signal, addresses; nothing hidden", () => {
    const facts = interfacesOf(before) ?? [];
    expect(
      facts.map(({ name, kind, adminUp, carrier, speedMbps }) => [name, kind, adminUp, carrier, speedMbps]),
    ).toEqual([
      [cable, "ethernet", true, true, 100],
      ["Wi-Fi", "wifi", true, false, null],
      ["Ethernet 2", "ethernet", false, "unknown", null],
      ["OpenVPN", "vpn", true, false, null],
    ]);
    expect(facts[0]?.mac).toBe("3c:52:82:10:20:30");
    expect(facts[0]?.addresses).toEqual([
      { address: "192.168.1.23", prefix: 24, family: 4, scope: "global", origin: "dhcp", duplicate: true },
      {
        address: "fe80::1c4b:9a2e:7d31:5e0a",
        prefix: 64,
        family: 6,
        scope: "link",
        origin: "linkLocal",
        duplicate: false,
      },
    ]);
    expect(facts[1]?.addresses[0]).toMatchObject({ address: "169.254.7.9", origin: "linkLocal", duplicate: "unknown" });
    expect(facts[0]?.counters).toMatchObject({ rxPacketsBefore: 1025, txPacketsBefore: 812, rxErrors: 3 });
  });

  it("routes: only ways to others that hold now, with the metric that Windows compares", () => {
    expect(routesOf(before)).toEqual([
      { family: 4, destination: "0.0.0.0/0", gateway: "192.168.1.1", interface: cable, metric: 35 },
      { family: 4, destination: "192.168.1.0/24", gateway: null, interface: cable, metric: 291 },
      { family: 6, destination: "fe80::/64", gateway: null, interface: cable, metric: 291 },
    ]);
  });

  it("resolvers: none of unplugged adapters, no placeholders", () => {
    expect(resolversOf(before)?.servers.map(({ address, interface: name }) => [address, name])).toEqual([
      ["192.168.1.1", cable],
      ["203.162.4.190", cable],
    ]);
  });

  it("leases: from the registry, only while the address is carried", () => {
    expect(leasesOf(before)).toEqual([
      {
        interface: cable,
        dhcp: true,
        server: "192.168.1.1",
        routers: ["192.168.1.1"],
        dns: ["192.168.1.1", "203.162.4.190"],
        obtainedAt: "2020-10-29T01:00:12.000Z",
        expiresAt: "2020-10-30T01:00:12.000Z",
        source: "registry",
      },
      {
        interface: "Wi-Fi",
        dhcp: true,
        server: null,
        routers: [],
        dns: [],
        obtainedAt: null,
        expiresAt: null,
        source: "registry",
      },
      {
        interface: "Ethernet 2",
        dhcp: "unknown",
        server: null,
        routers: [],
        dns: [],
        obtainedAt: null,
        expiresAt: null,
        source: "none",
      },
    ]);
  });

  it("after the probes: neighbours without groups, counters again", () => {
    const after = parseSnapshot(fixture("windows/powershell-after.json"));
    expect(neighboursOf(after)).toEqual([
      {
        address: "192.168.1.1",
        family: 4,
        mac: "00:11:22:33:44:55",
        interface: cable,
        state: "reachable",
        router: "unknown",
      },
      { address: "192.168.1.77", family: 4, mac: null, interface: cable, state: "failed", router: "unknown" },
    ]);
    expect(countersOf(after).get(cable)).toMatchObject({ rxPackets: 1125, txPackets: 912 });
  });

  it("blocked, empty or cut off: nothing is told, which is not 'there is none'", () => {
    for (const output of [
      "",
      "powershell.exe is blocked by your administrator",
      fixture("windows/powershell-before.json").slice(0, 500),
      "{}",
      "null",
      "[]",
    ]) {
      const snapshot = parseSnapshot(output);
      expect([interfacesOf(snapshot), routesOf(snapshot), resolversOf(snapshot), neighboursOf(snapshot)]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it("one entry that does not fit does not take the others along", () => {
    const facts = interfacesOf(
      parseSnapshot('{"adapters":[{"InterfaceIndex":"x"},{"InterfaceIndex":3,"Name":"Ethernet"}]}'),
    );
    expect(facts?.map(({ name, adminUp, carrier }) => [name, adminUp, carrier])).toEqual([
      ["Ethernet", "unknown", "unknown"],
    ]);
  });

  it("the script is one argument without double quotes and below the limit of a command line", () => {
    for (const args of [BEFORE_ARGS, AFTER_ARGS]) {
      expect(args.slice(0, 4)).toEqual(["-NoLogo", "-NoProfile", "-NonInteractive", "-Command"]);
      expect(args[4]).not.toContain('"');
      expect(args.join(" ").length).toBeLessThan(8000);
    }
  });
});

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
      ["Wireless Network Connection", "wifi", false, null, [], true, null],
      ["Local Area Connection", "ethernet", true, "169.254.189.99", [], true, null],
    ]);
    expect(adapters[1]?.fact.addresses[0]?.origin).toBe("linkLocal");
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

  it("reg query: a proxy that is on, one that is off, and a PAC file", () => {
    expect(proxiesOfRegistry(parseRegQuery(fixture("windows/reg-internet-settings.txt")))).toEqual({
      settings: [{ source: "windowsRegistry", scheme: "all", value: "127.0.0.1:7890", valid: true }],
      bypass: ["localhost", "127.*", "192.168.*", "10.*", "*.internal.example.com", "<local>"],
    });
    expect(proxiesOfRegistry(parseRegQuery(fixture("windows/reg-pac.txt"))).settings).toEqual([
      { source: "windowsRegistry", scheme: "pac", value: "http://wpad.corp.com/proxy.pac", valid: true },
    ]);
    const each = fixture("windows/reg-pac.txt").replace("0x0", "0x1");
    expect(proxiesOfRegistry(parseRegQuery(each)).settings.map(({ scheme, value }) => `${scheme} ${value}`)).toEqual([
      "http 10.0.0.1:8080",
      "https 10.0.0.1:8443",
      "pac http://wpad.corp.com/proxy.pac",
    ]);
  });

  it("netsh wlan: SSID and percent", () => {
    const text =
      "\r\n    Name                   : Wi-Fi\r\n    State                  : connected\r\n    SSID              " +
      "     : UBND xã\r\n    BSSID                  : 00:11:22:33:44:55\r\n    Signal                 : 88% \r\n";
    expect(parseNetshWlan(text)).toEqual({ ssid: "UBND xã", signalPercent: 88 });
    expect(parseNetshWlan("")).toEqual({ ssid: null, signalPercent: null });
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
