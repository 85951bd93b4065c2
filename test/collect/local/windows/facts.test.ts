import { describe, expect, it } from "vitest";
import { known, notTold } from "../../../../src/collect/local/facts.ts";
import { factsOf, neighbourFacts } from "../../../../src/collect/local/windows.ts";
import { mayReadPlace } from "../../../../src/collect/local/windows/consent.ts";
import type { AdapterRow } from "../../../../src/collect/local/windows/native/adapters.ts";
import type { InterfaceRow, RouteRow } from "../../../../src/collect/local/windows/native/tables.ts";
import { proxiesOf } from "../../../../src/collect/local/windows/proxies.ts";
import type { WindowsTables } from "../../../../src/collect/local/windows/tables.ts";

const GUID = "{6E1A2B3C-0000-4D4E-8F90-112233445566}";
const ADAPTER: AdapterRow = {
  index: 12,
  guid: GUID,
  name: "Ethernet",
  description: "Realtek PCIe GbE Family Controller",
  mac: "74:d4:35:2a:10:ff",
  dhcp: true,
  managed6: false,
  mtu: 1500,
  type: 6,
  oper: 1,
  speed: 1_000_000_000,
  metric4: 25,
  metric6: 30,
  dhcpServer: "192.168.1.1",
  addresses: [{ address: "192.168.1.20", prefix: 24, origin: 3, state: 4 }],
  dns: ["192.168.1.1", "fec0:0:0:ffff::1"],
  suffix: "",
};
const ROW: InterfaceRow = {
  index: 12,
  name: "Ethernet",
  description: ADAPTER.description,
  mac: ADAPTER.mac,
  mtu: 1500,
  type: 6,
  medium: 14,
  hardware: true,
  filter: false,
  oper: 1,
  admin: 1,
  media: 1,
  speed: 1_000_000_000,
  rxPackets: 10,
  txPackets: 20,
  rxErrors: 0,
  txErrors: 0,
};
const ROUTE: RouteRow = {
  index: 12,
  destination: "0.0.0.0",
  prefix: 0,
  nextHop: "192.168.1.1",
  metric: 10,
  loopback: false,
};
const TABLES: WindowsTables = {
  adapters: known([ADAPTER]),
  interfaces: known([ROW]),
  routes4: known([ROUTE]),
  routes6: known([]),
  radios: known([]),
  leases: known({
    [GUID]: {
      enabled: 1,
      server: "192.168.1.1",
      address: "192.168.1.20",
      routers: ["192.168.1.1"],
      dns: "192.168.1.1 8.8.8.8",
      obtained: 1_790_000_000,
      expires: 0x7fff_ffff,
    },
  }),
  metered: known({ "12": true }),
};
const of = (changes: Partial<WindowsTables>) => factsOf({ ...TABLES, ...changes });
const adapter = (changes: Partial<AdapterRow>) => of({ adapters: known([{ ...ADAPTER, ...changes }]) });

describe("an office's laptop", () => {
  it("interface, lease, route, resolver", () => {
    const facts = factsOf(TABLES);
    expect(facts.interfaces).toMatchObject({
      known: true,
      value: [
        {
          name: "Ethernet",
          label: "Ethernet (Realtek PCIe GbE Family Controller)",
          kind: "ethernet",
          adminUp: true,
          carrier: true,
          speedMbps: 1000,
          metered: true,
          addresses: [{ address: "192.168.1.20", origin: "dhcp", duplicate: false }],
          counters: { rxPacketsBefore: 10, txPacketsBefore: 20 },
        },
      ],
    });
    expect(facts.leases).toEqual([
      {
        interface: "Ethernet",
        dhcp: true,
        server: "192.168.1.1",
        routers: ["192.168.1.1"],
        dns: ["192.168.1.1", "8.8.8.8"],
        obtainedAt: "2026-09-21T14:13:20.000Z",
        expiresAt: null,
        source: "IP_ADAPTER_ADDRESSES",
      },
    ]);
    expect(facts.routes).toMatchObject({ value: [{ destination: "0.0.0.0/0", gateway: "192.168.1.1", metric: 35 }] });
    expect(facts.resolvers).toMatchObject({ value: { servers: [{ address: "192.168.1.1", interface: "Ethernet" }] } });
  });

  it("the adapter that Windows prefers is asked first", () => {
    const second = { ...ADAPTER, index: 13, name: "Wi-Fi", metric4: 5, dns: ["10.0.0.1"] };
    const facts = of({
      adapters: known([ADAPTER, second]),
      interfaces: known([ROW, { ...ROW, index: 13, name: "Wi-Fi" }]),
    });
    expect(facts.resolvers).toMatchObject({
      value: { servers: [{ address: "10.0.0.1" }, { address: "192.168.1.1" }] },
    });
  });

  it("routes of loopback, groups and the laptop itself are none", () => {
    const rows = [
      { ...ROUTE, destination: "224.0.0.0", prefix: 4, nextHop: "0.0.0.0" },
      { ...ROUTE, destination: "192.168.1.20", prefix: 32, nextHop: "0.0.0.0" },
      { ...ROUTE, index: 1, destination: "::", nextHop: "::" },
      { ...ROUTE, destination: "192.168.1.0", prefix: 24, nextHop: "0.0.0.0" },
    ];
    expect(of({ routes4: known(rows) }).routes).toMatchObject({
      value: [{ destination: "192.168.1.0/24", gateway: null }],
    });
  });

  it("an adapter that is off, one unplugged, a filter driver, one that is hardware without IP", () => {
    const rows = [
      { ...ROW, media: 2 },
      { ...ROW, index: 20, name: "Wi-Fi", admin: 2, media: 0, type: 71, medium: 9 },
      { ...ROW, index: 21, name: "Ethernet-WFP Native Filter", filter: true },
      { ...ROW, index: 22, name: "WAN Miniport", hardware: false },
    ];
    const facts = of({ interfaces: known(rows) });
    expect(facts.interfaces.known && facts.interfaces.value.map((one) => [one.name, one.adminUp, one.carrier])).toEqual(
      [
        ["Ethernet", true, false],
        ["Wi-Fi", false, "unknown"],
      ],
    );
    expect(facts.resolvers).toMatchObject({ value: { servers: [] } });
  });

  it("a duplicate address, one still being tested, one typed in", () => {
    const addresses = [
      { address: "192.168.1.20", prefix: 24, origin: 1, state: 2 },
      { address: "192.168.1.21", prefix: 24, origin: 3, state: 1 },
      { address: "169.254.7.7", prefix: 16, origin: 2, state: 4 },
    ];
    const facts = adapter({ addresses, dhcp: false });
    expect(facts.interfaces).toMatchObject({
      value: [
        {
          addresses: [
            { origin: "static", duplicate: true },
            { origin: "unknown", duplicate: "unknown" },
            { origin: "linkLocal", scope: "link", duplicate: false },
          ],
        },
      ],
    });
  });
});

describe("what was not told", () => {
  it("adapters: nothing is known, neither routes nor resolvers", () => {
    const facts = of({ adapters: notTold("GetAdaptersAddresses: 1784") });
    expect([facts.interfaces.known, facts.routes.known, facts.resolvers.known, facts.leases]).toEqual([
      false,
      false,
      false,
      [],
    ]);
  });

  it("the driver layer: signal by the IP layer, no counters", () => {
    const facts = of({ interfaces: notTold("x") });
    expect(facts.interfaces).toMatchObject({ value: [{ adminUp: true, carrier: true, counters: null }] });
    const down = factsOf({ ...TABLES, interfaces: notTold("x"), adapters: known([{ ...ADAPTER, oper: 2 }]) });
    expect(down.interfaces).toMatchObject({ value: [{ adminUp: "unknown", carrier: "unknown" }] });
  });

  it("routes of IPv6 matter where an adapter speaks it", () => {
    expect(of({ routes6: notTold("x") }).routes.known).toBe(true);
    const addresses = [...ADAPTER.addresses, { address: "2001:db8::5", prefix: 64, origin: 4, state: 4 }];
    expect(of({ routes6: notTold("x"), adapters: known([{ ...ADAPTER, addresses }]) }).routes.known).toBe(false);
  });

  it("how the adapter is set: a flag alone proves DHCP, its absence proves nothing", () => {
    const unset = { leases: notTold("x") };
    expect(of(unset).leases).toMatchObject([{ dhcp: true }]);
    expect(of({ ...unset, adapters: known([{ ...ADAPTER, dhcp: false }]) }).leases).toMatchObject([
      { dhcp: "unknown", source: "none" },
    ]);
  });

  it("a lease of yesterday is none", () => {
    const facts = adapter({ addresses: [{ address: "10.9.9.9", prefix: 24, origin: 1, state: 4 }], dhcpServer: null });
    expect(facts.leases).toMatchObject([{ dhcp: true, server: null, routers: [], obtainedAt: null }]);
  });

  it("neighbours: those of IPv4 alone are told; a state without a hardware address is 'incomplete'", () => {
    const four = known([
      { index: 12, address: "192.168.1.1", mac: "74:d4:35:00:00:01", state: 5, router: false },
      { index: 12, address: "192.168.1.9", mac: "", state: 4, router: false },
      { index: 12, address: "239.255.255.250", mac: "", state: 6, router: false },
    ]);
    expect(neighbourFacts({ four, six: notTold("1") }, () => "Ethernet")).toMatchObject({
      value: [
        { address: "192.168.1.1", state: "reachable", interface: "Ethernet" },
        { address: "192.168.1.9", state: "incomplete", mac: null },
      ],
    });
    expect(neighbourFacts({ four: notTold("1"), six: four }, () => "x").known).toBe(false);
  });
});

describe("what must not ask anybody", () => {
  const answers = (values: readonly string[]) => ({ text: () => values.at(-1) ?? null });

  it("names of Wi-Fi networks: since 24H2 only with every consent given", () => {
    expect(mayReadPlace(answers([]), "10.0.22631")).toBe(true);
    expect(mayReadPlace(answers([]), "10.0.26100")).toBe(false);
    expect(mayReadPlace(answers(["Allow"]), "10.0.26100")).toBe(true);
    const onlyMachine = { text: (root: string) => (root === "machine" ? "Allow" : "Deny") };
    expect(mayReadPlace(onlyMachine, "10.0.26100")).toBe(false);
  });
});

describe("the user's proxy", () => {
  it("one for each scheme, a script, detection, exceptions", () => {
    const told = {
      autoDetect: true,
      script: "http://wpad.test/p.pac",
      proxy: "http=10.0.0.1:8080;https=10.0.0.1:8443;ftp=x:1",
      bypass: "*.gov.vn;<local>",
    };
    expect(proxiesOf(told)).toEqual({
      settings: [
        { source: "windowsRegistry", scheme: "http", value: "10.0.0.1:8080", valid: true },
        { source: "windowsRegistry", scheme: "https", value: "10.0.0.1:8443", valid: true },
        { source: "windowsRegistry", scheme: "pac", value: "http://wpad.test/p.pac", valid: true },
        { source: "windowsRegistry", scheme: "autodetect", value: "", valid: true },
      ],
      bypass: ["*.gov.vn", "<local>"],
    });
    expect(proxiesOf({ autoDetect: false, script: "", proxy: "", bypass: "*.x" })).toEqual({
      settings: [],
      bypass: [],
    });
  });
});
