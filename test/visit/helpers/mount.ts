import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { scratch } from "./sample.ts";

/**
 * A small file system in memory, unmounted after the test. Null, and a loud line, where this machine does not allow it
 * (no root).
 */
export function tinyDisk(sizeKiB: number): { readonly folder: string; remountReadOnly(): void } | null {
  const folder = path.join(scratch(), "disk");
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${sizeKiB}k`, "tmpfs", folder], { stdio: "pipe" });
  } catch {
    process.stderr.write("\n!!! NOT TESTED HERE: full and read-only disks need root and mount(8)\n\n");
    return null;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder], { stdio: "pipe" }));
  return { folder, remountReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", folder], { stdio: "pipe" }) };
}
