import type { DnsSeen } from "../../facts/dns.ts";
import { isLossy, pooled } from "../../facts/quality.ts";
import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";

/** A server that needed longer than this for the answer that counts is slow: its repetitions were no losses. */
const QUICK_MS = 600;

/** The resolver answers quickly or not at all: questions get lost on the way to it, or it drops them. */
export const dnsLossy: Rule = {
  cause: "DNS_LOSSY",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts, open }) {
    const server = facts.dns.configured.find((one) => one.state === "works");
    // Where the line itself loses, its own finding says so.
    if (server === undefined || isLossy(pooled([...facts.quality.gateway, ...facts.quality.beyond]))) return null;
    // Where this program itself was kept waiting, answers that came in time look lost.
    const timely = server.queries.filter((one) => !facts.own.starved(one.startMs, one.durationMs));
    const counted = timely.map(datagrams).filter((one) => one !== null);
    const sent = counted.reduce((sum, one) => sum + one.sent, 0);
    const lost = counted.reduce((sum, one) => sum + one.lost, 0);
    // Silence to one kind of question alone is no loss: at least one that is repeated must have been answered in the end.
    const recovered = counted.some((one) => one.lost > 0 && one.lost < one.sent);
    // One moment in which everything was lost (our own burst, a cold table of neighbours) is no lasting loss.
    const again = counted.filter((one) => one.lost > 1).length >= 2;
    if (!recovered || !again || lost * 5 < sent || !isLossy({ sent, lost })) return null;
    const useful = facts.dns.controls.find((one) => one.state === "works");
    return {
      ...(server.place === "beyond" ? { culprit: "dns" as const } : {}),
      impact: "hurt",
      systems: namedSystems(facts),
      params: { server: server.label, sent, lost, ...(useful === undefined ? {} : { useful: useful.label }) },
      evidence: [...server.ids],
      // "No such name" is an answer that was not lost.
      explains: open.filter((one) => one.stage === "resolve" && one.code === "TIMEOUT").map((one) => one.key),
    };
  },
};

function datagrams({ evidence, failure, outcome }: DnsSeen): { readonly sent: number; readonly lost: number } | null {
  const { attempts, rttMs, rcode, transport } = evidence;
  if (outcome === "skipped" || transport === "tcp" || evidence.truncated === true) return null;
  if (rcode === null) return failure?.code === "TIMEOUT" ? { sent: attempts, lost: attempts } : null;
  return rttMs !== null && rttMs < QUICK_MS ? { sent: attempts, lost: attempts - 1 } : { sent: 1, lost: 0 };
}
