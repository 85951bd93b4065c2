import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { sample, system } from "../profile/sample.ts";

/** Groups that take time and prove nothing here. */
export const QUICK = ["--skip", "quality", "--skip", "path", "--skip", "mtu"];

/** An empty folder of this test, gone after it. */
export function scratch(name = "qb-process-"): string {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A stack trace of Node, or the tool's own word for a bug. */
export const TRACE = /^\s+at |node:internal|Lỗi của chính công cụ|The tool itself failed/mu;

/** A profile whose every address is this machine, where nothing listens. */
export function loopbackProfile(): Record<string, unknown> {
  const closed = { address: "127.0.0.1", port: 9, label: "none", region: "domestic" };
  const [endpoint] = system("onestop").endpoints;
  return {
    ...sample(),
    controls: {
      resolvers: [closed],
      ipTargets: [closed],
      knownName: "localhost",
      httpProbe: { host: "127.0.0.1", port: 9, path: "/", status: 200 },
    },
    systems: [{ ...system("onestop"), endpoints: [{ ...endpoint, host: "127.0.0.1", port: 9 }] }],
  };
}

/**
 * Program and arguments that run a command in a network of its own: without any adapter that is up, so that nothing can
 * leave this machine. Null where the system has no such thing, or forbids it.
 */
export function isolated(command: readonly string[]): readonly string[] | null {
  const wrap = ["unshare", "--map-root-user", "--net"];
  const [program = "", ...args] = wrap;
  if (spawnSync(program, [...args, "true"]).status === 0) return [...wrap, ...command];
  process.stderr.write(
    "\n!!! NOT TESTED HERE: a scan in a network of its own needs unshare(1) and user namespaces\n\n",
  );
  return null;
}

/**
 * The same, with one resolver that swallows every question: looking up any name takes as long as the system is patient.
 */
export function silentNames(folder: string, command: readonly string[]): readonly string[] | null {
  const resolver = path.join(folder, "resolv.conf");
  writeFileSync(resolver, "nameserver 192.0.2.53\n");
  const script = [
    "ip link add one type veth peer name two && ip addr add 192.0.2.1/24 dev one && ip link set one up && ip " +
      "link set two up",
    "ip neigh add 192.0.2.53 lladdr 02:00:00:00:00:09 dev one",
    `mount --bind ${resolver} "$(readlink -f /etc/resolv.conf)"`,
  ].join(" && ");
  const wrap = ["unshare", "--map-root-user", "--net", "--mount", "sh", "-c", `${script} && exec "$0" "$@"`];
  const [program = "", ...args] = wrap;
  if (spawnSync(program, [...args, "true"]).status === 0) return [...wrap, ...command];
  process.stderr.write("\n!!! NOT TESTED HERE: a silent resolver needs unshare(1), ip(8) and mount(8)\n\n");
  return null;
}
