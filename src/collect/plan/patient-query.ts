import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context.ts";
import { dnsQuery, type DnsQuery } from "../dns/query.ts";
import { pause } from "../net/settle.ts";

type Dns = ObservationOf<"dns">;

/** Datagrams to one server for one question. */
const TRIES = 3;

/**
 * Asks one question with repetitions beside each other instead of one after the other: a server that answers after three seconds
 * must not be taken for silent, and a lost datagram must not cost three seconds. The first answer wins; silence of all ends it
 * `totalMs` after the start. `attempts` counts the datagrams sent.
 */
export async function patientQuery(
  context: CollectContext,
  query: Omit<DnsQuery, "tryTimeoutMs" | "tries">,
  { totalMs, againMs }: { readonly totalMs: number; readonly againMs: number },
): Promise<Dns> {
  const startMs = context.elapsed();
  let sent = 0;
  let over = false;
  const ask = async (index: number): Promise<Dns> => {
    if (index > 0) await pause(context, index * againMs);
    // Nobody waits for a repetition after the answer: what it would return is never looked at.
    if (over) return new Promise<Dns>(() => {});
    sent += 1;
    const left = totalMs - (context.elapsed() - startMs);
    return dnsQuery(context, { ...query, tryTimeoutMs: left, tries: 1 });
  };
  const tries = Array.from({ length: TRIES }, (_, index) => ask(index));
  const answer = await firstAnswer(tries);
  over = true;
  return {
    ...answer,
    startMs,
    durationMs: context.elapsed() - startMs,
    evidence: { ...answer.evidence, attempts: Math.max(sent, answer.evidence.attempts) },
  };
}

// Silence is the only result worth waiting past; a closed port or any answer decides at once.
function firstAnswer(tries: readonly Promise<Dns>[]): Promise<Dns> {
  return new Promise((resolve) => {
    let silent = 0;
    for (const one of tries) {
      void one.then((seen) => {
        silent += 1;
        if (seen.failure?.code !== "TIMEOUT" || silent === tries.length) resolve(seen);
      });
    }
  });
}
