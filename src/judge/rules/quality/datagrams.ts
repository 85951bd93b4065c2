import { DECIDED, lossEvidence, ratesDiffer } from "../../../evidence/loss.ts";
import { bare } from "../../facts/contact.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import { isLossy, pooled } from "../../facts/quality.ts";

/** An answer that took no longer came to the first datagram or to its quick repetition. */
const QUICK_MS = 600;

/**
 * Datagrams of this scan to places behind the router (questions of DNS, calls), and how many were lost. Names and calls
 * are asked in bursts of their own, so they are a witness apart from new connections.
 */
export function datagramsOf(facts: Facts): { readonly sent: number; readonly lost: number; readonly ids: string[] } {
  const names = observed(facts.evidence, "dns").filter(({ evidence, outcome }) => {
    const office = facts.gateways.some((one) => one.address === bare(evidence.server));
    return (
      !office && outcome !== "skipped" && evidence.transport === "udp" && !facts.local.isOnLink(bare(evidence.server))
    );
  });
  const quick = names.filter((one) => one.evidence.rttMs === null || one.evidence.rttMs < QUICK_MS);
  const calls = observed(facts.evidence, "stun").filter((one) => one.evidence.received > 0);
  const sent = sum(quick.map((one) => one.evidence.attempts)) + sum(calls.map((one) => one.evidence.sent));
  const answered =
    quick.filter((one) => one.evidence.rcode !== null).length + sum(calls.map((one) => one.evidence.received));
  return { sent, lost: Math.max(0, sent - answered), ids: [...quick, ...calls].map((one) => one.id) };
}

/** New connections alone get lost, while datagrams lose nothing: a limit on them, or a full table of the router's. */
export function onlyConnections(facts: Facts): boolean {
  const far = facts.quality.beyond.filter((one) => one.scope !== "foreign");
  if (!isLossy(pooled(far)) || !far.every((one) => one.method === "tcp")) return false;
  const datagrams = datagramsOf(facts);
  return lossEvidence(datagrams) < -DECIDED && ratesDiffer(pooled(far), datagrams);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
