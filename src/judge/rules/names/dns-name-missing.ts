import type { Rule } from "../rule.ts";
import { askedHosts, keysUsing, resolution, systemsUsing } from "./resolution.ts";

/** Nobody knows the name: neither the office's resolver nor the controls. */
export const dnsNameMissing: Rule = {
  cause: "DNS_NAME_MISSING",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts }) {
    const gone = (host: string): boolean => {
      const here = resolution(facts.dns.configured, host);
      const there = resolution(facts.dns.controls, host);
      return (here.kind === "nxdomain" || here.kind === "nodata") && there.kind !== "answers";
    };
    const hosts = askedHosts(facts).filter(gone);
    const systems = systemsUsing(facts, hosts);
    if (systems.length === 0) return null;
    const seen = hosts.flatMap((host) => [
      resolution(facts.dns.configured, host),
      resolution(facts.dns.controls, host),
    ]);
    const confirmed = hosts.every((host) => ["nxdomain", "nodata"].includes(resolution(facts.dns.controls, host).kind));
    return {
      confidence: confirmed ? "certain" : "likely",
      alternatives: confirmed ? [] : ["DNS_HIJACK"],
      impact: "down",
      systems,
      params: { names: hosts },
      evidence: seen.flatMap((one) => (one.kind === "unknown" ? [] : [one.seen.id])),
      explains: keysUsing(facts, hosts),
    };
  },
};
