import type { Lang } from "./languages.ts";

/**
 * Everything a command may touch of the world outside; made once at the edge (src/cli.ts), passed down, never read from
 * globals below it.
 */
export interface CommandContext {
  readonly lang: Lang;
  /** --lang was typed: papers to be signed are in that language, too, and not in Vietnamese. */
  readonly langTyped?: boolean;
  /** Results. One JSON document, a table, a record: nothing else. */
  out(text: string): void;
  /**
   * Resolves when the reader of stdout has taken enough for more: for output too large for memory. Rejects, to end the
   * command, once nobody reads.
   */
  drained?(): Promise<void>;
  /** Progress, prompts and messages for people. */
  err(text: string): void;
  /** Colour and moving lines are allowed on stderr. */
  readonly colour: boolean;
  /** Colour is allowed in results too: stdout is a terminal as well, not a file or a pipe. */
  readonly colourOut: boolean;
  /** Both stdin and stderr are a terminal: prompting is possible. */
  readonly interactive: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
  /** Lines of the terminal, 24 where there is none. */
  readonly rows: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
  /**
   * Folder of the store, resolved (option, QBRECOVER_HOME, beside the executable, the system's place for data). Not
   * created yet.
   */
  readonly dataDir: string;
  /** Aborted by the first Ctrl+C or SIGTERM; a second one ends the process at once. */
  readonly signal: AbortSignal;
  /** Laptop's clock, milliseconds since the epoch. */
  now(): number;
  /** Monotonic milliseconds. */
  monotonic(): number;
  readonly timeZone: string;
  randomBytes(size: number): Uint8Array;
}
