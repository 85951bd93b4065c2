import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import type { ObservationOf } from "../../../src/evidence/schema.ts";
import { aliveNeighbours } from "../../../src/collect/lan/alive.ts";
import { kindOf } from "../../../src/collect/lan/kind.ts";
import { sweepPlan } from "../../../src/collect/lan/subnet.ts";
import { loadVendors } from "../../../src/collect/lan/vendor.ts";

describe("what is swept", () => {
  const lan = (address: string, prefix: number) => sweepPlan({ address, prefix, interface: "eth0" });

  it("asks every host of a /24 but the own", () => {
    const plan = lan("192.168.1.20", 24);
    expect(plan).toMatchObject({ cidr: "192.168.1.0/24", truncated: false });
    expect(plan?.addresses).toHaveLength(253);
    expect(plan?.addresses.slice(0, 2).toSorted()).toEqual(["192.168.1.19", "192.168.1.21"]);
  });

  it.each([
    ["public addresses", "203.113.131.7", 24],
    ["a carrier's addresses", "100.64.3.4", 24],
    ["self-assigned addresses", "169.254.7.7", 16],
    ["loopback", "127.0.0.1", 8],
    ["a point-to-point link", "10.0.0.1", 31],
    ["a single address", "10.0.0.1", 32],
    ["no address", "10.0.0", 24],
    ["IPv6", "fd00::1", 24],
  ])("leaves %s alone", (_name, address, prefix) => {
    expect(lan(address, prefix)).toBeNull();
  });

  it("never leaves the own network, never asks more than a /22 of it, never itself", () => {
    const privateAddress = fc.oneof(
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
    );
    fc.assert(
      fc.property(privateAddress, fc.integer({ min: 8, max: 30 }), (parts, prefix) => {
        const address = parts.join(".");
        const plan = lan(address, prefix);
        if (plan === null) throw new Error("a private network is swept");
        const own = ipaddr.IPv4.parse(address);
        expect(plan.addresses.length).toBeLessThanOrEqual(1022);
        expect(plan.addresses).not.toContain(address);
        expect(new Set(plan.addresses).size).toBe(plan.addresses.length);
        expect(plan.truncated).toBe(prefix < 22);
        for (const one of plan.addresses) expect(ipaddr.IPv4.parse(one).match(own, Math.max(prefix, 22))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("who is there", () => {
  type Entry = ObservationOf<"neighbours">["evidence"]["entries"][number];
  const entry = (address: string, state: Entry["state"], mac: string | null = "AA-BB-CC-00-00-01"): Entry => ({
    address,
    family: 4,
    mac,
    interface: "eth0",
    state,
    router: "unknown",
  });
  const asked = new Set(["10.0.0.1", "10.0.0.2", "10.0.0.3"]);

  it("is whoever was asked and has a hardware address now", () => {
    const now = [
      entry("10.0.0.1", "reachable"),
      entry("10.0.0.2", "failed"),
      entry("10.0.0.3", "incomplete", null),
      entry("10.0.9.9", "reachable"),
    ];
    expect([...aliveNeighbours([], now, asked)]).toEqual([
      ["10.0.0.1", { mac: "aa:bb:cc:00:00:01", liveness: "fresh" }],
    ]);
  });

  it("does not take an old entry for a sign of life", () => {
    const before = [entry("10.0.0.1", "stale"), entry("10.0.0.2", "stale"), entry("10.0.0.3", "failed", null)];
    const now = [entry("10.0.0.1", "delay"), entry("10.0.0.2", "reachable"), entry("10.0.0.3", "stale")];
    expect([...aliveNeighbours(before, now, asked)].map(([address, { liveness }]) => [address, liveness])).toEqual([
      ["10.0.0.1", "old"],
      ["10.0.0.2", "fresh"],
      ["10.0.0.3", "fresh"],
    ]);
  });

  it("ignores entries without a real hardware address", () => {
    const now = [entry("10.0.0.1", "unknown", "00:00:00:00:00:00"), entry("10.0.0.2", "unknown", "ff:ff:ff:ff:ff:ff")];
    expect(aliveNeighbours([], now, asked).size).toBe(0);
  });
});

describe("what a device is", () => {
  it.each([
    ["printer", [80, 443, 515, 631, 9100], "Brother industries, LTD."],
    ["printer", [631], null],
    ["computer", [22, 631], "Dell Inc."],
    ["computer", [135, 139, 445], null],
    ["computer", [3389], "Hewlett Packard"],
    ["camera", [80, 554], null],
    ["camera", [80, 8000], "Hangzhou Hikvision Digital Technology Co.,Ltd."],
    ["nas", [80, 445, 5000], "Synology Incorporated"],
    ["phone", [80, 443], "YEALINK(XIAMEN) NETWORK TECHNOLOGY CO.,LTD."],
    ["accessPoint", [22], "Ubiquiti Inc"],
    ["switch", [22, 23, 80], "Cisco Systems, Inc"],
    ["unknown", [], "Samsung Electronics Co.,Ltd"],
    ["unknown", [80], null],
  ] as const)("%s: ports %j of %j", (kind, openPorts, vendor) => {
    expect(kindOf({ openPorts, vendor, isGateway: false })).toBe(kind);
  });

  it("is the router where the way leads", () => {
    expect(kindOf({ openPorts: [9100], vendor: "Brother", isGateway: true })).toBe("router");
  });
});

describe("makers", () => {
  it("come from the register, by the narrowest block, and not for addresses that were made up", async () => {
    const vendorOf = await loadVendors();
    expect(vendorOf("00:00:00:12:34:56")).toMatch(/xerox/iu);
    expect(vendorOf("00-00-00-12-34-56")).toMatch(/xerox/iu);
    expect(vendorOf("02:00:00:12:34:56")).toBeNull();
    expect(vendorOf("00:00")).toBeNull();
    expect(vendorOf(null)).toBeNull();
  });
});
