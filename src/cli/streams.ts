import { once } from "node:events";

/** Results on stdout, as far as somebody takes them. */
export interface Output {
  write(text: string): void;
  /**
   * Resolves when the reader has taken enough for more. Rejects with OutputError once stdout takes nothing any more.
   */
  drained(): Promise<void>;
  /** Resolves when results and messages have all been handed over, or nobody takes them any more. Never rejects. */
  handedOver(): Promise<void>;
  /** What became of stdout: `gone` where its reader left early, an error code such as ENOSPC where writing failed. */
  trouble(): { readonly kind: "none" | "gone" } | { readonly kind: "failed"; readonly code: string };
}

/** Stdout takes no more; thrown to stop a command that would go on for nobody. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** `qbrecover report | head` is no error, and neither are messages that nobody reads. A full disk behind `>` is one. */
export function openOutput(): Output {
  let error: NodeJS.ErrnoException | null = null;
  process.stdout.on("error", (found: NodeJS.ErrnoException) => (error ??= found));
  process.stderr.on("error", () => undefined);
  return {
    write: (text) => {
      if (error === null) process.stdout.write(text);
    },
    drained: async () => {
      if (error === null && process.stdout.writableNeedDrain)
        await once(process.stdout, "drain").catch(() => undefined);
      if (error !== null) throw new OutputError(error.message);
    },
    handedOver: async () => {
      await Promise.all([process.stdout, process.stderr].map(emptied));
    },
    trouble: () => {
      if (error === null) return { kind: "none" };
      // EIO: the terminal's window was closed.
      return error.code === "EPIPE" || error.code === "EIO"
        ? { kind: "gone" }
        : { kind: "failed", code: error.code ?? error.message };
    },
  };
}

// The callback of an empty write comes after all that was written before, with an error where the reader is gone.
function emptied(stream: NodeJS.WriteStream): Promise<void> {
  return stream.writableLength === 0 ? Promise.resolve() : new Promise((resolve) => stream.write("", () => resolve()));
}
