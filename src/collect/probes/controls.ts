import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { failureWith } from "../net/failure.ts";
import { elicit } from "../net/elicit.ts";
import { pause } from "../net/settle.ts";
import { inSlot } from "../net/slot.ts";
import { openTcp, type TcpAttempt } from "../net/tcp.ts";
import { familyOf } from "../../base/family.ts";

type ControlObservation = ObservationOf<"control">;

export type ControlTarget = Pick<ControlObservation["evidence"], "address" | "port" | "region" | "label">;

export interface ControlLimits {
  /** TCP attempts, started `intervalMs` apart whether or not the earlier ones have ended. */
  readonly attempts: number;
  readonly intervalMs: number;
  /** Deadline of each attempt, milliseconds. */
  readonly timeoutMs: number;
  /** Wait for the first byte over the first connection that opens. */
  readonly answerMs: number;
}

/** A silent attempt gives its timed slot back after this and goes on waiting without it. */
const SLOT_MS = 60;

/**
 * Opens several TCP connections to a target given by address, and asks the first one that opens for a byte: a box on
 * the way may complete the handshake for a target that it never reaches. Outcome `ok` when at least one opened. Never
 * rejects.
 */
export async function probeControl(
  context: CollectContext,
  target: ControlTarget,
  limits: ControlLimits,
): Promise<ControlObservation> {
  const startMs = context.elapsed();
  let answer: Promise<ControlObservation["evidence"]["answered"]> | undefined;
  const attempt = async (index: number): Promise<TcpAttempt> => {
    await pause(context, index * limits.intervalMs);
    const opened = await inSlot(context, SLOT_MS, () =>
      openTcp(context, target.address, target.port, { timeoutMs: limits.timeoutMs }),
    );
    if (!opened.ok) return { port: target.port, outcome: "failed", code: opened.code, rttMs: null };
    const { socket, rttMs } = opened.value;
    if (answer === undefined) answer = elicit(context, socket, target.port, limits.answerMs);
    else socket.destroy();
    return { port: target.port, outcome: "ok", rttMs };
  };
  const attempts = await Promise.all(Array.from({ length: limits.attempts }, (_, index) => attempt(index)));
  const answered = (await answer) ?? "unknown";
  const reached = attempts.some((one) => one.outcome === "ok");
  const code = attempts.find((one) => one.code !== undefined && one.code !== "TIMEOUT")?.code ?? "TIMEOUT";
  return {
    id: `control:${target.address}:${String(target.port)}`,
    collector: "control",
    target: target.label,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: reached ? "ok" : "failed",
    ...(reached ? {} : { failure: failureWith("connect", code) }),
    evidence: {
      address: target.address,
      port: target.port,
      family: familyOf(target.address),
      region: target.region,
      label: target.label,
      attempts,
      answered,
    },
  };
}
