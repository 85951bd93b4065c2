import type { EchoSender } from "../ping/echo.ts";
import type { LimitFunction } from "p-limit";
import type { RawOutput } from "../../evidence/schema.ts";

/** Result of one run of a system tool. A missing tool is data: `started` false. */
export interface ToolResult {
  readonly started: boolean;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** What a tool gives that was not run. */
export const NOT_RUN: ToolResult = { started: false, exitCode: null, stdout: "", stderr: "", timedOut: false };

/** What a collector may use of the world. Deadlines are passed to each call, never defaulted. */
export interface CollectContext {
  /** Aborted by Ctrl+C and by the cap of the whole scan. */
  readonly signal: AbortSignal;
  /** Milliseconds since the start of the scan, monotonic. */
  elapsed(): number;
  /** The laptop's own clock, milliseconds since the epoch. */
  epoch(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  randomBytes(size: number): Uint8Array;
  /** At most eight at once: probes whose times count (measured: connect reads 14 ms at fifty side by side). */
  readonly timed: LimitFunction;
  /**
   * Runs a system tool without a shell, output decoded and capped at 1 MiB, killed after `timeoutMs`.
   * Keeps the raw output for `scan --record`.
   */
  runTool(tool: string, args: readonly string[], timeoutMs: number): Promise<ToolResult>;
  readonly raw: RawOutput[];
  /** The system's own interface for echo requests. Absent: the ping program is asked. */
  echo?(): Promise<EchoSender>;
  /** Names of the profile, lower case: a reader that cannot keep everything keeps what it knows of these. */
  readonly names?: ReadonlySet<string>;
  /** Addresses of this laptop, once they are known: what comes from them is no other machine. */
  readonly own?: ReadonlySet<string>;
  /**
   * Asks a machine of the own network for its hardware address, past what the system remembers: null where nobody
   * answered, undefined where the system cannot ask.
   */
  askNeighbour?(address: string, adapter: string, timeoutMs: number): Promise<string | null | undefined>;
  /** Waits until one more connection may be opened to this address: see net/pace.ts. Absent: at once. */
  pace?(address: string): Promise<void>;
  /** True for a place that swallows every TCP connection: see ScanInput. */
  swallows?(address: string, port: number): boolean;
  /**
   * Roots (PEM) to trust in TLS besides the system's and the bundled ones: the practice office brings its own
   * authority.
   */
  readonly extraCa?: readonly string[];
}
