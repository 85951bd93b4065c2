import type { ObservationOf } from "../../evidence/schema.ts";
import type { CollectContext } from "../context/context.ts";
import { dnsQuery, type DnsQuery } from "../dns/query.ts";
import { pause } from "../net/settle.ts";

type Dns = ObservationOf<"dns">;

/** Datagrams to one server for one question. */
const TRIES = 3;

/**
 * Asks one question with repetitions beside each other instead of one after the other: a server that answers after
 * three seconds must not be taken for silent, and a lost datagram must not cost three seconds. The first answer wins;
 * silence of all ends it `totalMs` after the start. `attempts` counts the datagrams sent.
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
async function firstAnswer(tries: readonly Promise<Dns>[]): Promise<Dns> {
  const spoken = tries.map(async (one) => {
    const seen = await one;
    return seen.failure?.code === "TIMEOUT" ? Promise.reject(new Silence(seen)) : seen;
  });
  try {
    return await Promise.any(spoken);
  } catch (error) {
    const [first]: unknown[] = error instanceof AggregateError ? error.errors : [error];
    if (first instanceof Silence) return first.seen;
    throw error;
  }
}

/** Carries what a silent try observed past the ones that may still speak. */
class Silence extends Error {
  readonly seen: Dns;
  constructor(seen: Dns) {
    super("silence");
    this.seen = seen;
  }
}
