import type { CollectContext } from "../context/context.ts";
import { tcpAttempt } from "../net/tcp.ts";
import { TELLING_PORTS } from "./kind.ts";

/** A neighbour answers within milliseconds; a wireless one that dozes may need some more. */
const WAIT_MS = 350;

export interface PortsSeen {
  readonly open: readonly number[];
  /** Something came back, a refusal too: the device is there. */
  readonly answered: boolean;
}

/** Tries the telling ports of one device, all side by side: open, refused or silent. */
export async function probePorts(context: CollectContext, address: string): Promise<PortsSeen> {
  const attempts = await Promise.all(
    TELLING_PORTS.map((port) => tcpAttempt(context, address, port, { timeoutMs: WAIT_MS })),
  );
  return {
    open: attempts
      .filter((one) => one.outcome === "ok")
      .map((one) => one.port)
      .toSorted((a, b) => a - b),
    answered: attempts.some((one) => one.outcome === "ok" || one.code === "REFUSED"),
  };
}
