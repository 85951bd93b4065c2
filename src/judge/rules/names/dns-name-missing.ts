import { resolvesSomething } from "../../facts/dns.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Rule } from "../rule.ts";
import {
  askedHosts,
  controlled,
  keysUsing,
  resolution,
  sendersTo,
  systemsUsing,
  type Resolution,
} from "./resolution.ts";

/** Nobody knows the name: neither the office's resolver nor the controls. */
export const dnsNameMissing: Rule = {
  cause: "DNS_NAME_MISSING",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts, explained }) {
    const gone = (host: string): boolean =>
      denies(resolution(facts.dns.configured, host)) && controlled(facts.dns.controls, host).kind !== "answers";
    // Names of which an earlier finding has said why they are denied are not gone.
    const told = (host: string): boolean => {
      const keys = keysUsing(facts, [host]);
      return keys.length > 0 && keys.every((key) => explained.has(key));
    };
    const hosts = askedHosts(facts).filter((host) => gone(host) && !told(host));
    const systems = systemsUsing(facts, hosts);
    if (systems.length === 0) return null;
    const senders = sendersTo(facts, hosts);
    const seen = hosts.flatMap((host) => [
      resolution(facts.dns.configured, host),
      controlled(facts.dns.controls, host),
    ]);
    const confirmed = hosts.every((host) => isConfirmed(facts, host));
    return {
      confidence: confirmed ? "certain" : "likely",
      alternatives: confirmed ? [] : ["DNS_HIJACK"],
      impact: "down",
      systems,
      params: { names: hosts, ...(senders.length === 0 ? {} : { senders }) },
      evidence: seen.flatMap((one) => (one.kind === "unknown" ? [] : [one.seen.id])),
      explains: keysUsing(facts, hosts),
    };
  },
};

function denies(found: Resolution): boolean {
  return found.kind === "nxdomain" || found.kind === "nodata";
}

/** By a control that knows other names, over a connection: a datagram may have been forged on the way. */
function isConfirmed(facts: Facts, host: string): boolean {
  return facts.dns.controls.some((server) => {
    const found = resolution([server], host);
    return (
      denies(found) &&
      found.kind !== "unknown" &&
      found.seen.evidence.transport === "tcp" &&
      resolvesSomething(server.queries)
    );
  });
}
