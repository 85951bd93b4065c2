import { attempt } from "../shell.ts";

const KEYS = ["gc_thresh1", "gc_thresh2", "gc_thresh3"] as const;
const WIDE = { gc_thresh1: 4096, gc_thresh2: 8192, gc_thresh3: 16_384 } as const;

/**
 * The kernel keeps the neighbours of all namespaces in one table of 1024: two sweeps side by side fill it, and then
 * nobody answers ARP any more, in no namespace. Where it may not be widened the laboratory works as long as it is
 * alone.
 * @returns what brings back the limits that were
 */
export async function widenNeighbourTable(): Promise<() => Promise<void>> {
  const before = new Map<string, string>();
  for (const key of KEYS) {
    const name = `net.ipv4.neigh.default.${key}`;
    const was = await attempt("sysctl", ["-n", name], 2000);
    if (was.code === 0 && Number(was.stdout) < WIDE[key]) before.set(name, was.stdout.trim());
    if (before.has(name)) await attempt("sysctl", ["-qw", `${name}=${WIDE[key]}`], 2000);
  }
  return async () => {
    for (const [name, value] of before) await attempt("sysctl", ["-qw", `${name}=${value}`], 2000);
  };
}
