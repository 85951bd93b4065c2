import { readdirSync, readFileSync, rmSync } from "node:fs";
import { attempt } from "../shell.ts";

const NAME = /^qbl(\d+)x\d+-[a-z]+$/u;

/** Folder for run-time files of a laboratory. */
export function stateFolder(id: string): string {
  return `/tmp/${id}`;
}

/** Name of laboratory number `number` of the process `pid`. */
export function labId(pid: number, number: number): string {
  return `qbl${pid}x${number}`;
}

/** Takes away what runs that died left behind; a laboratory whose runner lives is never touched. */
export async function removeStale(): Promise<void> {
  const listed = await attempt("ip", ["netns", "list"], 5000);
  const names = listed.stdout.split("\n").map((line) => line.split(" ")[0] ?? "");
  for (const name of names) {
    const owner = NAME.exec(name)?.[1];
    if (owner !== undefined && !isRunner(Number(owner))) await removeNamespace(name);
  }
  for (const folder of readdirSync("/tmp"))
    if (/^qbl(\d+)x\d+$/u.test(folder) && !isRunner(Number(/\d+/u.exec(folder)?.[0])))
      rmSync(`/tmp/${folder}`, { recursive: true, force: true });
}

/** Ends the processes inside a namespace of ours, then the namespace with its wires and its files. */
export async function removeNamespace(name: string): Promise<void> {
  if (!NAME.test(name)) throw new Error(`not a namespace of the laboratory: ${name}`);
  const inside = await attempt("ip", ["netns", "pids", name], 5000);
  for (const pid of inside.stdout.split("\n").filter((line) => line !== "")) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended by itself in the meantime.
    }
  }
  await attempt("ip", ["netns", "del", name], 5000);
  rmSync(`/etc/netns/${name}`, { recursive: true, force: true });
}

// A recycled process number must not keep a dead laboratory alive for ever: the command line tells whose it is.
function isRunner(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("test/lab/");
  } catch {
    return false;
  }
}
