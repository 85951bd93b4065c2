import { spawnSync } from "node:child_process";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { observationSchema, type Observation } from "../../../src/evidence/schema.ts";

const NAME = `qbsweep${process.pid}`;
const PEERS = `${NAME}p`;
const NOBODY = "65534";
/** The last three drop everything that is not ARP. */
const DEVICES = [1, 35, 65, 95, 125, 155, 185, 215];

function sh(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const [command = "", ...rest] = args;
  const { status, stdout, stderr } = spawnSync(command, rest, { encoding: "utf8", timeout: 60_000 });
  return { status, stdout, stderr };
}

function must(line: string, ...more: readonly string[]): void {
  const { status, stderr } = sh(...line.split(" "), ...more);
  if (status !== 0) throw new Error(`${line}: ${stderr}`);
}

const names = [NAME, PEERS, ...DEVICES.map((device) => `${NAME}d${device}`)];
function clear(): void {
  for (const name of names) sh("ip", "netns", "del", name);
}
const possible = sh("ip", "netns", "add", NAME).status === 0;
clear();
afterAll(clear);

/** A laptop and eight devices on one switch, each device with a hardware address of its own. */
function build(): void {
  clear();
  for (const name of names) must(`ip netns add ${name}`);
  must(`ip -n ${PEERS} link add br0 type bridge`);
  must(`ip -n ${PEERS} link set br0 up`);
  plug(NAME, "10.77.1.10/22");
  DEVICES.forEach((device, index) => {
    plug(`${NAME}d${device}`, `10.77.1.${device}/22`);
    if (index >= DEVICES.length - 3)
      must(
        `ip netns exec ${NAME}d${device} nft add table ip shy { chain input { type filter hook input priority 0 ` +
          "; policy drop ; } ; }",
      );
  });
}

function plug(name: string, address: string): void {
  const port = `p${name.slice(NAME.length)}`;
  must(`ip link add eth0 netns ${name} type veth peer name ${port} netns ${PEERS}`);
  must(`ip -n ${PEERS} link set ${port} master br0 up`);
  must(`ip -n ${name} link set lo up`);
  must(`ip -n ${name} link set eth0 up`);
  must(`ip -n ${name} addr add ${address} dev eth0`);
}

/** Sweeps as an ordinary user inside the laptop's namespace. */
function sweep(
  prefix: number,
  whole = true,
  seconds = 30,
  known = "",
): { readonly devices: readonly Observation[]; readonly whole: Observation | undefined } {
  const probe = new URL("sweep-probe.ts", import.meta.url).pathname;
  const asUser = [
    "setpriv",
    "--reuid",
    NOBODY,
    "--regid",
    NOBODY,
    "--clear-groups",
    process.execPath,
    probe,
    "10.77.1.10",
    String(prefix),
    whole ? "whole" : "",
    String(seconds),
    known,
  ];
  const { stdout, stderr } = sh("ip", "netns", "exec", NAME, ...asUser);
  if (stdout === "") throw new Error(stderr);
  const seen = z.array(observationSchema).parse(JSON.parse(stdout));
  return {
    devices: seen.filter((one) => one.collector === "lanDevice"),
    whole: seen.find((one) => one.collector === "sweep"),
  };
}

function tested(): boolean {
  if (possible) return true;
  process.stderr.write("NOT TESTED: the sweep of a real network needs Linux, root and iproute2.\n");
  expect(process.platform === "linux" && process.getuid?.() === 0).toBe(false);
  return false;
}

it("finds all devices of a /24 as an ordinary user, those that drop every packet too", () => {
  if (!tested()) return;
  build();
  const { devices, whole } = sweep(24);
  expect(devices.map((one) => one.id).toSorted()).toEqual(DEVICES.map((device) => `lan:10.77.1.${device}`).toSorted());
  expect(devices.every((one) => one.outcome === "ok")).toBe(true);
  expect(whole).toMatchObject({ outcome: "ok", evidence: { asked: 253, alive: 8, truncated: false } });
});

it("asks known devices first, then few at a time, while the rest of the scan runs", () => {
  if (!tested()) return;
  build();
  const { devices, whole } = sweep(24, false, 3, "10.77.1.155,10.77.1.215");
  expect(devices.map((one) => one.id)).toEqual(expect.arrayContaining(["lan:10.77.1.155", "lan:10.77.1.215"]));
  expect(whole).toMatchObject({
    outcome: "ok",
    evidence: { truncated: true, groups: true, known: ["10.77.1.155", "10.77.1.215"] },
  });
  // Ten new hardware addresses a second, however quick the machine is.
  const asked = whole?.collector === "sweep" ? whole.evidence.asked : 0;
  expect(asked).toBeGreaterThan(10);
  expect(asked).toBeLessThanOrEqual(32);
});

it("does not call a device alive that only an old entry of the neighbour table remembers", () => {
  if (!tested()) return;
  build();
  sweep(24, false, 2, "10.77.1.95");
  must(`ip -n ${NAME} neigh change 10.77.1.95 lladdr 02:00:00:00:00:95 dev eth0 nud stale`);
  must(`ip -n ${PEERS} link set pd95 down`);
  const seen = sweep(24, false, 2, "10.77.1.95").devices.find((one) => one.id === "lan:10.77.1.95");
  expect(seen?.outcome).toBe("unknown");
});
