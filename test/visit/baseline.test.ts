import { expect, onTestFinished, test } from "vitest";
import type { Observation } from "../../src/evidence/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { NOW, scan, scratch, site, visit } from "./helpers/sample.ts";

const wrap = { startMs: 0, durationMs: 1, outcome: "ok" } as const;

function office(gateway: string): Observation[] {
  const route = { family: 4, interface: "eth0", metric: 100 } as const;
  const control = (rttMs: number | null, region: "domestic" | "foreign", address: string): Observation => ({
    ...wrap,
    id: `control:${address}:443`,
    collector: "control",
    target: address,
    evidence: {
      address,
      port: 443,
      family: 4,
      region,
      label: "x",
      attempts: [{ port: 443, outcome: "ok", rttMs }],
      answered: true,
    },
  });
  return [
    {
      ...wrap,
      id: "routes",
      collector: "routes",
      target: "routes",
      evidence: {
        routes: [
          { ...route, destination: "0.0.0.0/0", gateway },
          { ...route, destination: "192.168.1.0/24", gateway: null },
          { ...route, destination: "169.254.0.0/16", gateway: null },
          { ...route, destination: "192.168.1.7/32", gateway: null },
          { ...route, family: 6, destination: "fe80::/64", gateway: null },
        ],
      },
    },
    {
      ...wrap,
      id: `gateway:${gateway}%eth0`,
      collector: "gateway",
      target: gateway,
      evidence: {
        address: gateway,
        interface: "eth0",
        neighbour: { state: "reachable", mac: "02:00:00:00:00:01" },
        tcp: [],
        icmp: null,
        dns: true,
      },
    },
    {
      ...wrap,
      id: "resolvers",
      collector: "resolvers",
      target: "resolvers",
      evidence: { servers: [{ address: gateway, port: 53, interface: null, source: "x" }], search: [] },
    },
    {
      ...wrap,
      id: "lan:192.168.1.20",
      collector: "lanDevice",
      target: "192.168.1.20",
      evidence: {
        address: "192.168.1.20",
        mac: "02:00:00:00:00:20",
        vendor: null,
        kind: "printer",
        openPorts: [9100],
        name: "may-in",
        seenBy: ["tcp"],
      },
    },
    control(10, "domestic", "203.0.113.1"),
    control(30, "domestic", "203.0.113.2"),
    control(20, "domestic", "203.0.113.3"),
    control(900, "foreign", "198.51.100.1"),
    control(null, "domestic", "203.0.113.4"),
  ];
}

test(
  "the usual network comes from the last healthy visit of the same site, neither from practice nor from the one " +
    "under way",
  () => {
    const store = openStore(scratch(), "en");
    onTestFinished(() => store.close());
    const here = site();
    const [old, good, broken, now] = [
      visit({ scan: scan("healthy", office("192.168.9.1")) }, { now: NOW }),
      visit({ scan: scan("healthy", office("192.168.1.1")) }, { now: NOW + 1 }),
      visit({ scan: scan("faulty", office("10.0.0.1")) }, { now: NOW + 2 }),
      visit({ scan: scan("healthy", office("172.16.0.1")) }, { now: NOW + 3 }),
    ];
    const practice = scan("healthy", office("127.0.0.1"));
    practice.evidence.profile = { ...practice.evidence.profile, id: "practice" };
    store.create(visit({ scan: practice }, { now: NOW + 5 }));
    for (const each of [
      old,
      good,
      broken,
      now,
      visit({ scan: scan("healthy", office("10.9.9.9")), site: site("other") }, { now: NOW + 4 }),
    ])
      store.create(each);
    expect(store.baselineFor(here.id, now.id)).toEqual({
      visit: good.id,
      takenAt: "2026-11-21T08:31:00+07:00",
      prefixes: ["192.168.1.0/24"],
      gateways: [{ address: "192.168.1.1", mac: "02:00:00:00:00:01" }],
      resolvers: ["192.168.1.1"],
      devices: [{ address: "192.168.1.20", mac: "02:00:00:00:00:20", kind: "printer", name: "may-in" }],
      domesticRttMs: 20,
    });
    expect(store.baselineFor("nowhere")).toBeNull();
  },
);
