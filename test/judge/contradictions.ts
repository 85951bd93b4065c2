import type { Evidence, ObservationOf } from "../../src/evidence/schema.ts";
import type { Finding } from "../../src/judge/verdict.ts";

/**
 * What speaks against a finding, read from the record alone and not as the rules do. Each answer is the id of an
 * observation that cannot be true beside the finding.
 */
type Against = (evidence: Evidence, finding: Finding) => readonly string[];

type Collector = Evidence["observations"][number]["collector"];

function all<C extends Collector>(evidence: Evidence, collector: C): readonly ObservationOf<C>[] {
  return evidence.observations.filter((one): one is ObservationOf<C> => one.collector === collector);
}

const opened = (evidence: Evidence): readonly ObservationOf<"control">[] =>
  all(evidence, "control").filter((one) => one.evidence.attempts.some((attempt) => attempt.outcome === "ok"));

const connected = (evidence: Evidence): readonly ObservationOf<"endpoint">[] =>
  all(evidence, "endpoint").filter(
    (one) => one.evidence.steps.connect?.outcome === "ok" && one.evidence.via === "direct",
  );

const ids = (seen: readonly { readonly id: string }[]): readonly string[] => seen.map((one) => one.id);

const listed = (finding: Finding, name: string): readonly string[] => {
  const value = finding.params[name];
  return Array.isArray(value) ? value.map((one) => one.toLowerCase()) : [];
};

const answersFor = (evidence: Evidence, names: readonly string[]): readonly ObservationOf<"dns">[] =>
  all(evidence, "dns").filter((one) => one.evidence.type === "A" && names.includes(one.evidence.name.toLowerCase()));

/** Somebody beyond the router took a connection. */
const beyondOpen: Against = (evidence) => ids([...opened(evidence), ...connected(evidence)]);

/** A resolver that knows other names says that there is no such host. */
const denied: Against = (evidence, finding) =>
  ids(
    answersFor(evidence, listed(finding, "hosts")).filter(
      ({ evidence: { rcode, server, role } }) =>
        rcode === "NXDOMAIN" &&
        role === "control" &&
        all(evidence, "dns").some(
          (other) =>
            other.evidence.server === server &&
            other.evidence.purpose !== "missing" &&
            other.evidence.answers.length > 0,
        ),
    ),
  );

const zoneOpen =
  (scope: string): Against =>
  (evidence) => {
    const systems = new Set(evidence.profile.systems.filter((one) => one.scope === scope).map((one) => one.id));
    return ids(connected(evidence).filter((one) => systems.has(one.evidence.system)));
  };

const portOpen =
  (port: number): Against =>
  (evidence) =>
    ids([
      ...opened(evidence).filter((one) => one.evidence.port === port),
      ...connected(evidence).filter(
        (one) => one.evidence.port === port && one.evidence.steps.tls?.outcome !== "failed",
      ),
    ]);

const genuine: Against = (evidence) =>
  ids(
    all(evidence, "endpoint").filter(
      // Boxes that open web pages leave mail alone.
      ({ evidence: { tls, protocol } }) =>
        protocol === "https" && tls !== null && tls.authorized === true && tls.nameMatches === true,
    ),
  );

export const AGAINST: Partial<Record<Finding["cause"], Against>> = {
  LINE_DOWN: beyondOpen,
  WAN_LINK_DOWN: beyondOpen,
  ISP_REJECTS: beyondOpen,
  ISP_NO_UPSTREAM: beyondOpen,
  GATEWAY_NOT_FORWARDING: beyondOpen,
  ONLY_DNS_PASSES: (evidence) => ids(connected(evidence)),
  INTERNATIONAL_DOWN: (evidence) => ids(opened(evidence).filter((one) => one.evidence.region === "foreign")),
  DATACENTRE_DOWN: zoneOpen("province"),
  NATIONAL_DOWN: zoneOpen("national"),
  SERVER_DOWN: denied,
  SERVER_REFUSES: denied,
  DNS_NAME_MISSING: (evidence, finding) =>
    ids(answersFor(evidence, listed(finding, "names")).filter((one) => one.evidence.answers.length > 0)),
  DNS_HIJACK: (evidence, finding) =>
    ids(
      answersFor(evidence, listed(finding, "names")).filter(
        ({ evidence: { role, answers, server } }) =>
          role === "control" &&
          server !== finding.params["server"] &&
          answers.some((one) => listed(finding, "given").includes(one)),
      ),
    ),
  DNS_PORT_BLOCKED: (evidence) =>
    ids(all(evidence, "dns").filter((one) => one.evidence.role === "control" && one.evidence.rcode !== null)),
  CAPTIVE_PORTAL: (evidence, finding) => [
    ...genuine(evidence, finding),
    ...ids(all(evidence, "httpControl").filter((one) => one.evidence.matched === true)),
  ],
  ISP_SUSPENDED: (evidence, finding) => [
    ...genuine(evidence, finding),
    ...ids(all(evidence, "httpControl").filter((one) => one.evidence.matched === true)),
  ],
  HTTP_TAMPERED: (evidence) => ids(all(evidence, "httpControl").filter((one) => one.evidence.matched === true)),
  TLS_INTERCEPTED: genuine,
  PORT_443_BLOCKED: portOpen(443),
  PORT_80_BLOCKED: portOpen(80),
  UDP_BLOCKED: (evidence) => ids(all(evidence, "stun").filter((one) => one.evidence.received > 0)),
};
