import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";

const ROOT = path.resolve(import.meta.dirname, "../../..");
export const NODE = path.join(ROOT, "node_modules/.bin/node");
export const CLI = path.join(ROOT, "src/cli.ts");

export function tempHome(): string {
  return mkdtempSync(path.join(tmpdir(), "qb-checklist-"));
}

/** Runs the product without a terminal. */
export async function qbrecover(
  home: string,
  ...args: string[]
): Promise<{ readonly status: number | undefined; readonly stdout: string; readonly stderr: string }> {
  const result = await execa(NODE, [CLI, "--lang", "vi", ...args], {
    reject: false,
    stdin: "ignore",
    cwd: home,
    env: { QBRECOVER_HOME: home, TZ: "Asia/Ho_Chi_Minh" },
  });
  return { status: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}
