import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  observationSchema,
  type ObservationOf,
  type CollectorName,
  type Observation,
} from "../../../src/evidence/schema.ts";

const NAME = `qblocal${process.pid}`;
const PEER = `${NAME}p`;

function sh(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 20_000 });
  return { status, stdout, stderr };
}

/** Runs a line of `ip -n NAME …` for each entry. */
function ip(...lines: readonly string[]): void {
  for (const line of lines) {
    const { status, stderr } = sh("ip", ...line.split(" "));
    if (status !== 0) throw new Error(`ip ${line}: ${stderr}`);
  }
}

function clear(): void {
  for (const name of [NAME, PEER]) sh("ip", "netns", "del", name);
  rmSync(`/etc/netns/${NAME}`, { recursive: true, force: true });
}

const made = sh("ip", "netns", "add", NAME).status === 0;
clear();
afterAll(clear);

/** The laptop in a fresh namespace, as the product sees it after `setup`. */
function look(
  setup: () => void,
  resolvConf = "nameserver 192.0.2.53\n",
): { before: Observation[]; after: Observation[] } {
  clear();
  ip(`netns add ${NAME}`, `netns add ${PEER}`);
  mkdirSync(`/etc/netns/${NAME}`, { recursive: true });
  writeFileSync(`/etc/netns/${NAME}/resolv.conf`, resolvConf);
  setup();
  const probe = new URL("namespace-probe.ts", import.meta.url).pathname;
  const { stdout, stderr } = sh("ip", "netns", "exec", NAME, process.execPath, probe);
  if (stdout === "") throw new Error(stderr);
  return z.object({ before: z.array(observationSchema), after: z.array(observationSchema) }).parse(JSON.parse(stdout));
}

function of<C extends CollectorName>(observations: readonly Observation[], collector: C): ObservationOf<C>[] {
  return observations.filter((entry): entry is ObservationOf<C> => entry.collector === collector);
}

/** A cable of veth between the laptop's eth0 and a peer. */
const cable = (): void =>
  ip(
    `link add eth0 netns ${NAME} type veth peer name lan0 netns ${PEER}`,
    `-n ${PEER} link set lan0 up`,
    `-n ${NAME} link set lo up`,
  );
const up = (): void => ip(`-n ${NAME} link set eth0 up`);
const fact = (observations: readonly Observation[], name: string) =>
  of(observations, "interface").find(({ evidence }) => evidence.name === name)?.evidence;
const lease = (observations: readonly Observation[]) => of(observations, "lease")[0]?.evidence;

/** False, said loudly, where this machine cannot make a namespace. As root on Linux it must be able to. */
function possible(): boolean {
  if (made) return true;
  process.stderr.write("NOT TESTED: a laptop in a network namespace needs Linux, root and iproute2.\n");
  expect(process.platform === "linux" && process.getuid?.() === 0).toBe(false);
  return false;
}

describe("a laptop in a network namespace", () => {
  it("with nothing but loopback: no interface is invented", () => {
    if (!possible()) return;
    const { before } = look(() => undefined);
    expect(of(before, "interface").map(({ evidence }) => [evidence.name, evidence.kind, evidence.adminUp])).toEqual([
      ["lo", "loopback", false],
    ]);
    expect(of(before, "lease")).toEqual([]);
    expect(of(before, "routes")[0]).toMatchObject({ outcome: "ok", evidence: { routes: [] } });
  });

  it("with a static address: cable, carrier, route, resolver, and what moved during the scan", () => {
    if (!possible()) return;
    const { before, after } = look(() => {
      cable();
      ip(`-n ${PEER} addr add 192.0.2.1/24 dev lan0`, `-n ${NAME} addr add 192.0.2.10/24 dev eth0`);
      up();
      ip(`-n ${NAME} route add default via 192.0.2.1 metric 50`);
      sh("ip", "netns", "exec", NAME, "ping", "-c", "1", "-W", "1", "192.0.2.1");
    });
    expect(fact(before, "eth0")).toMatchObject({ kind: "ethernet", adminUp: true, carrier: true, mtu: 1500 });
    expect(fact(before, "eth0")?.addresses[0]).toMatchObject({
      address: "192.0.2.10",
      prefix: 24,
      scope: "global",
      origin: "static",
    });
    expect(lease(before)).toMatchObject({ interface: "eth0", dhcp: false, source: "ip addr" });
    expect(of(before, "routes")[0]?.evidence.routes).toContainEqual({
      family: 4,
      destination: "0.0.0.0/0",
      gateway: "192.0.2.1",
      interface: "eth0",
      metric: 50,
    });
    expect(of(before, "resolvers")[0]?.evidence.servers).toEqual([
      { address: "192.0.2.53", port: 53, interface: null, source: "/etc/resolv.conf" },
    ]);
    expect(of(after, "neighbours")[0]?.evidence.entries).toContainEqual(
      expect.objectContaining({
        address: "192.0.2.1",
        interface: "eth0",
        mac: expect.stringMatching(/^[0-9a-f:]{17}$/u),
      }),
    );
    const counters = fact(after, "eth0")?.counters;
    expect(counters?.rxPacketsAfter).toBeGreaterThanOrEqual(counters?.rxPacketsBefore ?? Number.NaN);
  });

  it("switched off: not a missing signal, but an unknown one; its address is still told", () => {
    if (!possible()) return;
    const { before } = look(() => {
      cable();
      ip(`-n ${NAME} addr add 192.0.2.10/24 dev eth0`);
    });
    expect(fact(before, "eth0")).toMatchObject({ adminUp: false, carrier: "unknown" });
    expect(fact(before, "eth0")?.addresses).toMatchObject([{ address: "192.0.2.10" }]);
  });

  it("with the cable out: no signal, address and lease state kept", () => {
    if (!possible()) return;
    const { before } = look(() => {
      cable();
      ip(`-n ${NAME} addr add 192.0.2.10/24 dev eth0`);
      up();
      ip(`-n ${PEER} link set lan0 down`);
    });
    expect(fact(before, "eth0")).toMatchObject({ adminUp: true, carrier: false });
    expect(fact(before, "eth0")?.addresses.map(({ address }) => address)).toContain("192.0.2.10");
  });

  it("with an address that it gave itself: link scope, and nobody says static", () => {
    if (!possible()) return;
    const { before } = look(() => {
      cable();
      up();
      ip(`-n ${NAME} addr add 169.254.7.9/16 dev eth0`);
    }, "");
    expect(fact(before, "eth0")?.addresses[0]).toMatchObject({
      address: "169.254.7.9",
      scope: "link",
      origin: "linkLocal",
    });
    expect(lease(before)?.dhcp).toBe("unknown");
    expect(of(before, "resolvers")[0]).toMatchObject({ outcome: "ok", evidence: { servers: [] } });
  });

  it("with a leased address: a lifetime tells it, even where no client left a file", () => {
    if (!possible()) return;
    const { before } = look(() => {
      cable();
      up();
      ip(`-n ${NAME} addr add 192.0.2.10/24 dev eth0 valid_lft 3600 preferred_lft 3600`);
    });
    expect(fact(before, "eth0")?.addresses[0]?.origin).toBe("dhcp");
    expect(lease(before)).toMatchObject({ dhcp: true, source: "ip addr" });
  });

  it("with two interfaces and a tunnel: every one of them, and their kinds", () => {
    if (!possible()) return;
    const { before } = look(() => {
      cable();
      up();
      ip(`-n ${NAME} link add veth77 type veth peer name veth78`, `-n ${NAME} tuntap add dev tun0 mode tun`);
    });
    expect(
      of(before, "interface")
        .map(({ evidence }) => `${evidence.name} ${evidence.kind}`)
        .toSorted(),
    ).toEqual(["eth0 ethernet", "lo loopback", "tun0 vpn", "veth77 virtual", "veth78 virtual"]);
  });
});
