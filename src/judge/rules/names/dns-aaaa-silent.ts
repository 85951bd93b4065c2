import { unique } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";

/** The first server answers for IPv4 and never for IPv6: every program asks both and waits for the second. */
export const dnsAaaaSilent: Rule = {
  cause: "DNS_AAAA_SILENT",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts, found }) {
    const [server] = facts.dns.configured;
    if (server?.state !== "works" || found.includes("DNS_LOSSY")) return null;
    const six = server.queries.filter((one) => one.evidence.type === "AAAA" && one.outcome !== "skipped");
    const silent = six.filter((one) => one.evidence.rcode === null && one.failure?.code === "TIMEOUT");
    const names = unique(silent.map((one) => one.evidence.name));
    const answered = names.filter((name) =>
      server.queries.some(
        (one) => one.evidence.name === name && one.evidence.type === "A" && one.evidence.rcode !== null,
      ),
    );
    if (silent.length === 0 || silent.length < six.length || answered.length < names.length) return null;
    const useful = facts.dns.controls.find((one) =>
      one.queries.some((each) => each.evidence.type === "AAAA" && each.evidence.rcode !== null),
    );
    return {
      ...(server.place === "beyond" ? { culprit: "dns" as const } : {}),
      impact: "hurt",
      systems: namedSystems(facts),
      params: { server: server.label, names, ...(useful === undefined ? {} : { useful: useful.label }) },
      evidence: silent.map((one) => one.id),
    };
  },
};
