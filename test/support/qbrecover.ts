import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { execa } from "execa";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");

export interface Call {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the product's real command line as a process of its own, without a terminal, with nothing of this shell's locale
 * or settings.
 */
export async function qbrecover(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Call> {
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

/** A call under way: what it printed so far, signals for it, and how it ended. */
export interface Running {
  readonly pid: number;
  /** Sends a signal and measures from there. */
  signal(name: NodeJS.Signals): void;
  /** Resolves when the text was printed on either stream. */
  printed(text: string): Promise<void>;
  /** Closes our end of its stdout, as `| head` does. */
  closeStdout(): void;
  /** @returns exit code (null: ended by a signal), the signal, output, and milliseconds since the last signal */
  ended(): Promise<Ended>;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly msAfterSignal: number;
}

/** Starts the real command line without waiting for its end. */
export function startQbrecover(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; command?: readonly string[] } = {},
): Running {
  const [file = process.execPath, ...before] = options.command ?? [process.execPath, ENTRY];
  const child = spawn(file, [...before, ...args], {
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "/", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let stdout = "";
  let stderr = "";
  let signalled = performance.now();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  child.stdout.setEncoding("utf8").on("data", (text: string) => ((stdout += text), tell()));
  child.stderr.setEncoding("utf8").on("data", (text: string) => ((stderr += text), tell()));
  const end = once(child, "exit").then(() => performance.now());
  const closed = once(child, "close");
  return {
    pid: child.pid ?? -1,
    signal: (name) => {
      signalled = performance.now();
      child.kill(name);
    },
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!(stdout + stderr).includes(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        child.once("close", () => reject(new Error(`ended without printing ${text}:\n${stdout}${stderr}`)));
        look();
      }),
    closeStdout: () => void child.stdout.destroy(),
    ended: async () => {
      const at = await end;
      await closed;
      return { exitCode: child.exitCode, signal: child.signalCode, stdout, stderr, msAfterSignal: at - signalled };
    },
  };
}
