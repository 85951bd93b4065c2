import type { Cause } from "../../../text/causes/index.ts";
import type { DnsServer } from "../../facts/dns.ts";
import { sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import { keysOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { namedSystems, rewrites } from "./resolution.ts";

type DeadCause = Extract<
  Cause,
  | "LOCAL_DNS_DEAD"
  | "DNS_TCP_BLOCKED"
  | "DNS_FORWARDER_DEAD"
  | "DNS_RESOLVER_SILENT"
  | "DNS_PORT_BLOCKED"
  | "DNS_SERVFAIL"
  | "DNS_REFUSED"
  | "DNS_NAMES_FENCED"
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
  const replying = tried.find((one) => one.state !== "silent" && one.state !== "closed");
  // "No such name" is an answer, with which every program stops: what stands behind such a server is never asked.
  if (replying?.state === "fenced") return { cause: "DNS_NAMES_FENCED", server: replying, ...proven(facts) };
  const [server] = tried;
  if (server === undefined || tried.some((one) => one.state === "works")) return null;
  if (server.state === "servfail") return { cause: "DNS_SERVFAIL", server, ...proven(facts) };
  if (server.state === "refuses") return { cause: "DNS_REFUSED", server, ...proven(facts) };
  if (server.state === "cut") return { cause: "DNS_TCP_BLOCKED", server, ...proven(facts) };
  if (server.place === "self") return localDead(server);
  if (server.place === "beyond") return beyondDead(server, controls);
  if (server.place === "lan" && server.state === "silent") return absent(facts, server);
  if (server.state === "closed") return { cause: "DNS_FORWARDER_DEAD", server, ...proven(facts) };
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

/** A server that should stand in the office's own network: nobody has its address, or it says nothing. */
function absent(facts: Facts, server: DnsServer): DeadNames {
  const nobody = observed(facts.evidence, "neighbours").some((table) =>
    table.evidence.entries.some(
      (entry) => entry.mac === null && sameAddress(entry.address, server.address) && entry.state !== "permanent",
    ),
  );
  const elsewhere = facts.gateways.some((one) => one.dns === true);
  return {
    cause: "DNS_RESOLVER_SILENT",
    server,
    ...(nobody || elsewhere
      ? { confidence: "certain" as const, alternatives: [] }
      : { confidence: "likely" as const, alternatives: ["DNS_FORWARDER_DEAD"] as const }),
  };
}

/** The laptop's own DNS program. */
function localDead(server: DnsServer): DeadNames {
  const closed = server.state === "closed";
  return {
    cause: "LOCAL_DNS_DEAD",
    server,
    confidence: closed ? "certain" : "likely",
    alternatives: closed ? [] : ["DNS_RESOLVER_SILENT"],
  };
}

/** A server outside the office: itself, or its port on the way. */
function beyondDead(server: DnsServer, controls: readonly DnsServer[]): DeadNames {
  const known = controls.filter((one) => one.state !== "unknown");
  const shut = known.length > 0 && known.every((one) => one.state === "silent");
  return {
    cause: shut ? "DNS_PORT_BLOCKED" : "DNS_RESOLVER_SILENT",
    server,
    confidence: known.length > 0 ? "certain" : "likely",
    alternatives: known.length > 0 ? [] : ["DNS_PORT_BLOCKED"],
  };
}

/** Names are to blame, and not the line behind their servers, where somebody beyond the office was reached without them. */
function proven(facts: Facts): Pick<DeadNames, "confidence" | "alternatives"> {
  const reached = facts.contacts.some((one) => one.kind !== "resolver" && one.open === true);
  const works = facts.dns.controls.some((one) => one.state === "works");
  return reached || works
    ? { confidence: "certain", alternatives: [] }
    : { confidence: "likely", alternatives: ["LINE_DOWN"] };
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
      const router = server.place === "lan" ? facts.gateways.find((one) => one.dns === true) : undefined;
      const useful =
        facts.dns.controls.find((one) => one.state === "works" && one.region === "domestic") ??
        facts.dns.controls.find((one) => one.state === "works");
      // Whoever is reached under such an address is not the system, whatever he shows.
      const lies = cause === "DNS_NAMES_FENCED" ? rewrites(server) : [];
      const misled = (one: Target): boolean => lies.some((lie) => sameAddress(lie, one.best?.address ?? ""));
      const office = server.place === "gateway" || server.place === "lan";
      return {
        ...(server.place === "lan" && cause === "DNS_RESOLVER_SILENT"
          ? { culprit: whoSetIt(facts, server) }
          : culpritOf(cause, facts, office)),
        confidence: found.confidence,
        alternatives: found.alternatives,
        impact: "down",
        systems: namedSystems(facts),
        params: {
          server: server.label,
          servers: facts.dns.configured.map((one) => one.label),
          known: facts.evidence.profile.controls.knownName,
          ...(cause === "DNS_SERVFAIL" ? { how: "servfail" } : {}),
          ...(router === undefined
            ? useful === undefined
              ? {}
              : { useful: useful.label }
            : { useful: router.address }),
        },
        evidence: facts.dns.configured.flatMap((one) => one.ids),
        against: [],
        explains: keysOf(open.filter((one) => one.stage === "resolve" || misled(one))),
        ...(lies.length === 0 ? {} : { breaks: ["names", "trust"] as const }),
      };
    },
  };
}

/** Whoever told the laptop of a server that is not there: the router by DHCP, or somebody on the laptop itself. */
function whoSetIt({ local }: Facts, server: DnsServer): "gateway" | "laptop" {
  return local.primary?.lease?.evidence.dns.includes(server.address) === true ? "gateway" : "laptop";
}

/** Where a server elsewhere is fenced just so, whoever stands on the way answers in the name of both. */
function culpritOf(cause: DeadCause, { dns }: Facts, office: boolean): { readonly culprit?: "gateway" | "isp" } {
  if (cause === "DNS_NAMES_FENCED") return dns.controls.some((one) => one.state === "fenced") ? { culprit: "isp" } : {};
  return office && (cause === "DNS_REFUSED" || cause === "DNS_FORWARDER_DEAD") ? { culprit: "gateway" } : {};
}
