import { shownTime } from "../../base/shown-time.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import type { CollectorName, Observation, ObservationOf } from "../../evidence/schema.ts";

/** The telling figures of one observation on one line; codes and addresses, the same in every language. */
export function figuresOf(one: Observation): string {
  const failure = one.failure === undefined ? "" : ` ${one.failure.phase}/${one.failure.code}`;
  return oneLine(`${one.outcome}${failure}${details(one)}, ${Math.round(one.durationMs)} ms`, 240);
}

type EvidenceOf = { readonly [C in CollectorName]: ObservationOf<C>["evidence"] };
type Seen<C extends CollectorName> = {
  readonly [K in C]: { readonly collector: K; readonly evidence: EvidenceOf[K] };
}[C];

function details<C extends CollectorName>({ collector, evidence }: Seen<C>): string {
  return FIGURES[collector](evidence);
}

/** What tells most of what each collector saw; begins with a blank. */
const FIGURES: { readonly [C in CollectorName]: (seen: EvidenceOf[C]) => string } = {
  interface: (seen) =>
    ` ${seen.kind} up=${seen.adminUp} carrier=${seen.carrier} ${seen.addresses.map((each) => `${each.address}/${each.prefix} (${each.origin})`).join(" ")}`,
  lease: (seen) =>
    ` dhcp=${seen.dhcp} server=${seen.server ?? "-"} ` +
    `routers=${seen.routers.join(" ") || "-"} dns=${seen.dns.join(" ") || "-"}`,
  routes: (seen) =>
    ` ${seen.routes
      .filter((each) => each.destination.endsWith("/0"))
      .map((each) => `${each.destination} via ${each.gateway ?? "-"} dev ${each.interface} metric ${each.metric}`)
      .join("; ")}`,
  resolvers: (seen) => ` ${seen.servers.map((each) => each.address).join(" ") || "-"}`,
  hostsFile: (seen) => ` ${seen.overrides.map((each) => `${each.address} ${each.name} (${each.line})`).join("; ")}`,
  proxyConfig: (seen) => ` ${seen.settings.map((each) => `${each.scheme}=${each.value}`).join(" ")}`,
  neighbours: (seen) =>
    ` ${seen.entries
      .slice(0, 8)
      .map((each) => `${each.address} ${each.state}`)
      .join("; ")}`,
  gateway: (seen) =>
    ` ${seen.neighbour?.state ?? "-"} ` +
    `tcp ${seen.tcp.map((each) => `${each.port}:${each.code ?? "open"}`).join(" ")} ` +
    `icmp ${seen.icmp === null ? "-" : `${seen.icmp.received}/${seen.icmp.sent}`} ` +
    `dns=${seen.dns}`,
  dns: (seen) => ` ${seen.role} ${seen.rcode ?? "-"} ${seen.answers.join(" ")}`.trimEnd(),
  control: (seen) =>
    ` ${seen.region} ${seen.attempts.map((each) => each.code ?? `${Math.round(each.rttMs ?? 0)} ms`).join(" ")}`,
  httpControl: (seen) =>
    ` matched=${seen.matched} ${seen.hops.map((each) => `${each.status} ${each.location ?? ""}`.trim()).join(" → ")}`,
  endpoint: (seen) =>
    ` ${seen.address ?? "-"} ${Object.entries(seen.steps)
      .map(
        ([name, step]) =>
          `${name} ${step?.outcome === "ok" ? `${Math.round(step.durationMs)} ms` : (step?.code ?? step?.outcome ?? "-")}`,
      )
      .join(", ")}${certificate(seen.tls)}${seen.http === null ? "" : ` http ${seen.http.status}`}`,
  stun: (seen) => ` ${seen.received}/${seen.sent} jitter ${seen.jitterMs ?? "-"}`,
  localAgent: (seen) => ` listening=${seen.listening}`,
  proxy: (seen) => ` reachable=${seen.reachable} relays=${seen.relays} status=${seen.status ?? "-"}`,
  mtu: (seen) => ` passed ${seen.largestPassed ?? "-"} lost ${seen.smallestLost ?? "-"} icmp=${seen.icmpHeard}`,
  quality: (seen) =>
    ` ${seen.scope} ${seen.method} ${seen.received}/${seen.sent} ` +
    `median ${seen.medianMs ?? "-"} jitter ${seen.jitterMs ?? "-"}${seen.throughputKbps === null ? "" : ` ${seen.throughputKbps} kbit/s`}`,
  path: (seen) => ` ${seen.hops.map((hop) => `${hop.ttl}:${hop.address ?? "*"} ${hop.kind}`).join("; ")}`,
  lanDevice: (seen) => ` ${seen.kind} ${seen.mac ?? "-"} ${seen.seenBy.join("+")}`,
  sweep: (seen) => ` ${seen.alive}/${seen.asked}`,
  ownDelay: ({ windows }) =>
    ` lag ${windows.map((one) => one.lagMs ?? "-").join("/")} echo ${windows.map((one) => one.echoMs ?? "-").join("/")}`,
  inventory: (seen) => ` ${seen.manufacturer ?? ""} ${seen.model ?? ""}`,
};

type Tls = EvidenceOf["endpoint"]["tls"];

function certificate(tls: Tls): string {
  if (tls === null) return "";
  const [leaf] = tls.chain;
  const dates =
    leaf === undefined
      ? ""
      : ` ${leaf.commonName ?? ""} ${dayOf(leaf.notBefore)}…${dayOf(leaf.notAfter)} by ${leaf.issuer}`;
  return `, tls ${tls.protocol ?? "-"} trusted=${tls.authorized} name=${tls.nameMatches}${dates}`;
}

function dayOf(iso: string): string {
  return shownTime(iso, false) ?? oneLine(iso, 40);
}
