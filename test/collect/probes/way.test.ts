import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { mtuObservation, pathObservation } from "../../../src/evidence/network.ts";
import { probeMtu } from "../../../src/collect/probes/mtu.ts";
import { probePath } from "../../../src/collect/probes/path.ts";
import { testContext } from "../support/context.ts";

const LAPTOP = `qbway${process.pid}`;
const ROUTER = `${LAPTOP}r`;
const FAR = `${LAPTOP}f`;
const TARGET = "10.78.2.2";

function sh(...[command = "", ...args]: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", timeout: 20_000 });
  return { status, stdout, stderr };
}

function must(line: string): void {
  const { status, stderr } = sh(...line.split(" "));
  if (status !== 0) throw new Error(`${line}: ${stderr}`);
}

function clear(): void {
  for (const name of [LAPTOP, ROUTER, FAR]) sh("ip", "netns", "del", name);
}
const possible = sh("ip", "netns", "add", LAPTOP).status === 0;
clear();

/** laptop — router — far, with one rule on what the router forwards. */
function build(): void {
  clear();
  for (const name of [LAPTOP, ROUTER, FAR]) must(`ip netns add ${name}`);
  for (const [name, near, far] of [
    [LAPTOP, "10.78.1.1", "10.78.1.2"],
    [FAR, "10.78.2.1", TARGET],
  ] as const) {
    const port = name === FAR ? "wan" : "lan";
    must(`ip link add eth0 netns ${name} type veth peer name ${port} netns ${ROUTER}`);
    must(`ip -n ${ROUTER} addr add ${near}/24 dev ${port}`);
    must(`ip -n ${ROUTER} link set ${port} up`);
    must(`ip -n ${name} addr add ${far}/24 dev eth0`);
    must(`ip -n ${name} link set eth0 up`);
    must(`ip -n ${name} route add default via ${near}`);
  }
  must(`ip netns exec ${ROUTER} sysctl -qw net.ipv4.ip_forward=1`);
}

/** Puts one rule before all that is forwarded, in place of the one before. */
function forward(rule: string | null): void {
  sh("ip", "netns", "exec", ROUTER, "nft", "delete", "table", "ip", "fault");
  if (rule === null) return;
  must(
    `ip netns exec ${ROUTER} nft add table ip fault { chain forward { type filter hook forward priority 0 ` +
      `; ${rule} ; } ; }`,
  );
}

function walk() {
  const probe = new URL("way-probe.ts", import.meta.url).pathname;
  const { stdout, stderr } = sh("ip", "netns", "exec", LAPTOP, process.execPath, probe, TARGET);
  if (stdout === "") throw new Error(stderr);
  const [path, mtu] = z.tuple([pathObservation, mtuObservation]).parse(JSON.parse(stdout));
  return {
    outcome: path.outcome,
    hops: path.evidence.hops.map((hop) => [hop.ttl, hop.address, hop.kind]),
    mtu: mtu.evidence,
  };
}

function tested(): boolean {
  if (possible) return true;
  process.stderr.write("NOT TESTED: the way through a router needs Linux, root and iproute2.\n");
  expect(process.platform === "linux" && process.getuid?.() === 0).toBe(false);
  return false;
}

describe("the way through a router", () => {
  beforeAll(() => {
    if (possible) build();
  });
  afterAll(clear);

  it("is seen hop by hop, and whole packets pass", () => {
    if (!tested()) return;
    forward(null);
    expect(walk()).toMatchObject({
      outcome: "ok",
      hops: [
        [1, "10.78.1.1", "timeExceeded"],
        [2, TARGET, "reached"],
      ],
      mtu: { largestPassed: 1500, smallestLost: null, icmpHeard: false, method: "ping" },
    });
  });

  it("ends behind the router when nothing is forwarded, and tells no size", () => {
    if (!tested()) return;
    forward("policy drop");
    expect(walk()).toMatchObject({
      outcome: "failed",
      hops: [
        [1, "10.78.1.1", "timeExceeded"],
        [2, null, "silent"],
        [3, null, "silent"],
      ],
      mtu: { largestPassed: null, smallestLost: null, icmpHeard: "unknown", method: "none" },
    });
  });

  it("tells who says that there is no way", () => {
    if (!tested()) return;
    forward("ip daddr 10.78.2.2 reject with icmp type net-unreachable");
    expect(walk()).toMatchObject({
      outcome: "failed",
      hops: [
        [1, "10.78.1.1", "timeExceeded"],
        [2, "10.78.1.1", "netUnreachable"],
      ],
    });
  });

  it("swallows large packets where a black hole is, and says up to which size", () => {
    if (!tested()) return;
    forward("meta length > 1400 drop");
    expect(walk().mtu).toMatchObject({ largestPassed: 1400, smallestLost: 1460, icmpHeard: false, method: "ping" });
  });
});

describe("without a ping program", () => {
  it("the way and the largest packet are unknown, not broken", async () => {
    const path = await probePath(testContext(), "127.0.0.1", { timeoutMs: 1000, hopMs: 200, mostHops: 3 });
    expect(path).toMatchObject({
      outcome: "unknown",
      failure: { code: "NOT_AVAILABLE" },
      evidence: { hops: [], method: "none" },
    });
    const mtu = await probeMtu(testContext(), "127.0.0.1", { timeoutMs: 1000, waitMs: 200 });
    expect(mtu).toMatchObject({
      outcome: "unknown",
      evidence: { largestPassed: null, icmpHeard: "unknown", method: "none" },
    });
  });
});
