import type { Cause } from "../../../text/causes/index.ts";
import type { DnsServer } from "../../facts/dns.ts";
import type { Facts } from "../../facts/facts.ts";
import { keysOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { namedSystems } from "./resolution.ts";

type DeadCause = Extract<
  Cause,
  "DNS_FORWARDER_DEAD" | "DNS_RESOLVER_SILENT" | "DNS_PORT_BLOCKED" | "DNS_SERVFAIL" | "DNS_REFUSED"
>;

interface DeadNames {
  readonly cause: DeadCause;
  readonly server: DnsServer;
  readonly confidence: "certain" | "likely";
  readonly alternatives: readonly Cause[];
}

/**
 * Why no configured server resolves anything, by the first of them: that is the one people's programs wait for. Null
 * where one works.
 */
function deadNames(facts: Facts): DeadNames | null {
  const { configured, controls } = facts.dns;
  const tried = configured.filter((one) => one.state !== "unknown");
  const [server] = tried;
  if (server === undefined || tried.some((one) => one.state === "works")) return null;
  const certain = { server, confidence: "certain", alternatives: [] } as const;
  if (server.state === "servfail") return { cause: "DNS_SERVFAIL", ...certain };
  if (server.state === "refuses") return { cause: "DNS_REFUSED", ...certain };
  if (server.place === "beyond") {
    const known = controls.filter((one) => one.state !== "unknown");
    const shut = known.length > 0 && known.every((one) => one.state === "silent");
    return {
      cause: shut ? "DNS_PORT_BLOCKED" : "DNS_RESOLVER_SILENT",
      server,
      confidence: known.length > 0 ? "certain" : "likely",
      alternatives: known.length > 0 ? [] : ["DNS_PORT_BLOCKED"],
    };
  }
  if (server.state === "closed") return { cause: "DNS_FORWARDER_DEAD", ...certain };
  // The proxy's own port is open, so it lives and waits in vain for the server behind it.
  const gateway = facts.gateways.find((one) => one.address === server.address);
  const waits = gateway?.tcp53 === "open";
  return {
    cause: waits ? "DNS_RESOLVER_SILENT" : "DNS_FORWARDER_DEAD",
    server,
    confidence: gateway === undefined || gateway.tcp53 === "refused" ? "certain" : "likely",
    alternatives: gateway?.tcp53 === "refused" ? [] : [waits ? "DNS_FORWARDER_DEAD" : "DNS_RESOLVER_SILENT"],
  };
}

/** A rule for one of the ways in which all configured servers can be useless. */
export function deadNamesRule(cause: DeadCause): Rule {
  return {
    cause,
    needs: ["link", "address", "gateway", "line", "names"],
    breaks: ["names"],
    evaluate({ facts, open }) {
      const found = deadNames(facts);
      if (found?.cause !== cause) return null;
      const { server } = found;
      const useful =
        facts.dns.controls.find((one) => one.state === "works" && one.region === "domestic") ??
        facts.dns.controls.find((one) => one.state === "works");
      const office = server.place === "gateway" || server.place === "lan";
      return {
        ...(office && (cause === "DNS_REFUSED" || cause === "DNS_FORWARDER_DEAD")
          ? { culprit: "gateway" as const }
          : {}),
        confidence: found.confidence,
        alternatives: found.alternatives,
        impact: "down",
        systems: namedSystems(facts),
        params: {
          server: server.label,
          servers: facts.dns.configured.map((one) => one.label),
          ...(useful === undefined ? {} : { useful: useful.label }),
        },
        evidence: facts.dns.configured.flatMap((one) => one.ids),
        against: [],
        explains: keysOf(open.filter((one) => one.stage === "resolve")),
      };
    },
  };
}
