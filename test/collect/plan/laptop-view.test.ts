import { describe, expect, it } from "vitest";
import type { Observation, ObservationOf } from "../../../src/evidence/schema.ts";
import { laptopView } from "../../../src/collect/plan/laptop-view.ts";

const seen = { startMs: 0, durationMs: 1, outcome: "ok" } as const;
type Adapter = ObservationOf<"interface">["evidence"];
type Route = ObservationOf<"routes">["evidence"]["routes"][number];

function adapter(name: string, changes: Partial<Adapter> = {}): Observation {
  const v4 = {
    address: "192.168.1.20",
    prefix: 24,
    family: 4,
    scope: "global",
    origin: "dhcp",
    duplicate: false,
  } as const;
  const evidence: Adapter = {
    name,
    label: name,
    kind: "ethernet",
    mac: null,
    adminUp: true,
    carrier: true,
    speedMbps: null,
    mtu: 1500,
    addresses: [v4],
    counters: null,
    wifi: null,
    ...changes,
  };
  return { id: `interface:${name}`, collector: "interface", target: name, ...seen, evidence };
}

function routes(...list: readonly Route[]): Observation {
  return { id: "routes", collector: "routes", target: "routes", ...seen, evidence: { routes: [...list] } };
}

function route(destination: string, gateway: string | null, metric = 100, interfaceName = "eth0"): Route {
  return { family: destination.includes(":") ? 6 : 4, destination, gateway, interface: interfaceName, metric };
}

const loopback = adapter("lo", {
  kind: "loopback",
  addresses: [{ address: "127.0.0.1", prefix: 8, family: 4, scope: "host", origin: "unknown", duplicate: false }],
});
const unread: Observation = { ...adapter("unknown", { addresses: [] }), outcome: "unknown" };

describe("can anything leave the laptop?", () => {
  it.each<[string, Observation[], boolean | "unknown"]>([
    ["an adapter with an address", [loopback, adapter("eth0")], true],
    ["only loopback", [loopback], false],
    ["no adapter in a list that could be read", [routes()], false],
    ["nothing could be read", [], "unknown"],
    ["the adapters could not be read", [unread], "unknown"],
    ["switched off", [loopback, adapter("eth0", { adminUp: false })], false],
    ["no signal", [loopback, adapter("eth0", { carrier: false })], false],
    ["a signal that the system does not tell of", [adapter("eth0", { carrier: "unknown", adminUp: "unknown" })], true],
    ["one dead, one alive", [adapter("eth0", { carrier: false }), adapter("wlan0")], true],
    ["no address", [adapter("eth0", { addresses: [] })], false],
  ])("%s", (_name, observations, expected) => {
    expect(laptopView(observations).online).toBe(expected);
  });
});

describe("routes", () => {
  it("names every default gateway once, the preferred one first", () => {
    const view = laptopView([
      routes(
        route("0.0.0.0/0", "192.168.9.1", 600, "wlan0"),
        route("0.0.0.0/0", "192.168.1.1", 100),
        route("0.0.0.0/0", "192.168.1.1", 200),
        route("10.0.0.0/8", "192.168.1.9"),
      ),
    ]);
    expect(view.gateways).toEqual([
      { address: "192.168.1.1", interface: "eth0" },
      { address: "192.168.9.1", interface: "wlan0" },
    ]);
  });

  it("looks at IPv6 gateways only where there is no other", () => {
    const both = laptopView([routes(route("0.0.0.0/0", "192.168.1.1"), route("::/0", "fe80::1"))]);
    expect(both.gateways.map((one) => one.address)).toEqual(["192.168.1.1"]);
    expect(laptopView([routes(route("::/0", "fe80::1"))]).gateways.map((one) => one.address)).toEqual(["fe80::1"]);
  });

  it("knows what it has a way to, and says unknown where the table could not be read", () => {
    const view = laptopView([routes(route("192.168.1.0/24", null), route("10.0.0.0/8", "192.168.1.9"))]);
    expect(view.routable("192.168.1.77")).toBe(true);
    expect(view.routable("10.3.4.5")).toBe(true);
    expect(view.routable("8.8.8.8")).toBe(false);
    expect(view.routable("2001:db8::1")).toBe(false);
    expect(view.routable("127.0.0.1")).toBe(true);
    expect(laptopView([]).routable("8.8.8.8")).toBe("unknown");
    expect(laptopView([{ ...routes(), outcome: "unknown" }]).routable("8.8.8.8")).toBe("unknown");
    expect(laptopView([routes(route("0.0.0.0/0", null))]).routable("8.8.8.8")).toBe(true);
  });

  it("tries IPv6 only with a global address and a default route of its own", () => {
    const six = {
      address: "2001:db8::5",
      prefix: 64,
      family: 6,
      scope: "global",
      origin: "routerAdvertisement",
      duplicate: false,
    } as const;
    const link = { ...six, address: "fe80::5", scope: "link" } as const;
    expect(laptopView([adapter("eth0", { addresses: [six] }), routes(route("::/0", "fe80::1"))]).ipv6).toBe(true);
    expect(laptopView([adapter("eth0", { addresses: [six] }), routes(route("0.0.0.0/0", "192.168.1.1"))]).ipv6).toBe(
      false,
    );
    expect(laptopView([adapter("eth0", { addresses: [link] }), routes(route("::/0", "fe80::1"))]).ipv6).toBe(false);
  });
});

describe("the rest", () => {
  it("lists resolvers once and the hosts file by name and family, whatever the case", () => {
    const server = { address: "192.168.1.1", port: 53, interface: null, source: "a" };
    const view = laptopView([
      {
        id: "resolvers",
        collector: "resolvers",
        target: "r",
        ...seen,
        evidence: { servers: [server, { ...server, source: "b" }], search: [] },
      },
      {
        id: "hosts-file",
        collector: "hostsFile",
        target: "h",
        ...seen,
        evidence: {
          path: "hosts",
          overrides: [
            { name: "Dichvucong.GOV.vn", address: "10.0.0.1", line: 1 },
            { name: "dichvucong.gov.vn", address: "::1", line: 2 },
          ],
        },
      },
    ]);
    expect(view.resolvers).toEqual([{ address: "192.168.1.1", port: 53 }]);
    expect(view.override("dichvucong.gov.vn", 4)).toEqual(["10.0.0.1"]);
    expect(view.override("dichvucong.gov.vn", 6)).toEqual(["::1"]);
  });
});
