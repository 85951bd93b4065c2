import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { failureWith } from "../net/failure.ts";
import { tcpAttempt } from "../net/tcp.ts";

type LocalAgentObservation = ObservationOf<"localAgent">;

/**
 * Is a local service of the officer's computer listening (the signing agent: 127.0.0.1:8987)? A connection and nothing
 * more. `listening` is false only when the port refused; anything else is unknown. Never rejects.
 */
export async function probeLocalAgent(
  context: CollectContext,
  agent: { readonly system: string; readonly address: string; readonly port: number },
  timeoutMs: number,
): Promise<LocalAgentObservation> {
  const startMs = context.elapsed();
  const attempt = await tcpAttempt(context, agent.address, agent.port, { timeoutMs });
  const listening = attempt.outcome === "ok" ? true : attempt.code === "REFUSED" ? false : "unknown";
  return {
    id: `local-agent:${String(agent.port)}`,
    collector: "localAgent",
    target: `${agent.address}:${String(agent.port)}`,
    startMs,
    durationMs: context.elapsed() - startMs,
    outcome: listening === "unknown" ? "unknown" : listening ? "ok" : "failed",
    ...(attempt.code === undefined ? {} : { failure: failureWith("connect", attempt.code) }),
    evidence: { ...agent, listening },
  };
}
