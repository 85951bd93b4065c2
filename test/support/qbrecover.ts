import { execa } from "execa";
import path from "node:path";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");

export interface Call {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the product's real command line as a process of its own, without a terminal, with nothing of this shell's locale or settings. */
export async function qbrecover(args: readonly string[], options: { env?: Record<string, string>; cwd?: string } = {}): Promise<Call> {
  const result = await execa(process.execPath, [ENTRY, ...args], {
    reject: false,
    extendEnv: false,
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdin: "ignore",
    timeout: 60_000,
  });
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}
