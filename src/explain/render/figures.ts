import { oneLine } from "../../base/terminal-safe.ts";
import type { Observation } from "../../evidence/schema.ts";

/** The telling figures of one observation on one line; codes and addresses, the same in every language. */
export function figuresOf(one: Observation): string {
  const failure = one.failure === undefined ? "" : ` ${one.failure.phase}/${one.failure.code}`;
  return oneLine(`${one.outcome}${failure}${details(one)}, ${Math.round(one.durationMs)} ms`, 240);
}

function details(one: Observation): string {
  switch (one.collector) {
    case "interface":
      return ` ${one.evidence.kind} up=${one.evidence.adminUp} carrier=${one.evidence.carrier} ${one.evidence.addresses.map((each) => `${each.address}/${each.prefix} (${each.origin})`).join(" ")}`;
    case "lease":
      return (
        ` dhcp=${one.evidence.dhcp} server=${one.evidence.server ?? "-"} ` +
        `routers=${one.evidence.routers.join(" ") || "-"} dns=${one.evidence.dns.join(" ") || "-"}`
      );
    case "routes":
      return ` ${one.evidence.routes
        .filter((each) => each.destination.endsWith("/0"))
        .map((each) => `${each.destination} via ${each.gateway ?? "-"} dev ${each.interface} metric ${each.metric}`)
        .join("; ")}`;
    case "resolvers":
      return ` ${one.evidence.servers.map((each) => each.address).join(" ") || "-"}`;
    case "hostsFile":
      return ` ${one.evidence.overrides.map((each) => `${each.address} ${each.name} (${each.line})`).join("; ")}`;
    case "proxyConfig":
      return ` ${one.evidence.settings.map((each) => `${each.scheme}=${each.value}`).join(" ")}`;
    case "neighbours":
      return ` ${one.evidence.entries
        .slice(0, 8)
        .map((each) => `${each.address} ${each.state}`)
        .join("; ")}`;
    case "gateway":
      return (
        ` ${one.evidence.neighbour?.state ?? "-"} ` +
        `tcp ${one.evidence.tcp.map((each) => `${each.port}:${each.code ?? "open"}`).join(" ")} ` +
        `icmp ${one.evidence.icmp === null ? "-" : `${one.evidence.icmp.received}/${one.evidence.icmp.sent}`} ` +
        `dns=${one.evidence.dns}`
      );
    case "dns":
      return ` ${one.evidence.role} ${one.evidence.rcode ?? "-"} ${one.evidence.answers.join(" ")}`.trimEnd();
    case "control":
      return ` ${one.evidence.region} ${one.evidence.attempts.map((each) => each.code ?? `${Math.round(each.rttMs ?? 0)} ms`).join(" ")}`;
    case "httpControl":
      return ` matched=${one.evidence.matched} ${one.evidence.hops.map((each) => `${each.status} ${each.location ?? ""}`.trim()).join(" → ")}`;
    case "endpoint":
      return ` ${one.evidence.address ?? "-"} ${Object.entries(one.evidence.steps)
        .map(
          ([name, step]) =>
            `${name} ${step?.outcome === "ok" ? `${Math.round(step.durationMs)} ms` : (step?.code ?? step?.outcome ?? "-")}`,
        )
        .join(
          ", ",
        )}${certificate(one.evidence.tls)}${one.evidence.http === null ? "" : ` http ${one.evidence.http.status}`}`;
    case "stun":
      return ` ${one.evidence.received}/${one.evidence.sent} jitter ${one.evidence.jitterMs ?? "-"}`;
    case "localAgent":
      return ` listening=${one.evidence.listening}`;
    case "proxy":
      return ` reachable=${one.evidence.reachable} relays=${one.evidence.relays} status=${one.evidence.status ?? "-"}`;
    case "mtu":
      return (
        ` passed ${one.evidence.largestPassed ?? "-"} lost ${one.evidence.smallestLost ?? "-"} ` +
        `icmp=${one.evidence.icmpHeard}`
      );
    case "quality":
      return (
        ` ${one.evidence.scope} ${one.evidence.method} ${one.evidence.received}/${one.evidence.sent} ` +
        `median ${one.evidence.medianMs ?? "-"} ` +
        `jitter ${one.evidence.jitterMs ?? "-"}${one.evidence.throughputKbps === null ? "" : ` ${one.evidence.throughputKbps} kbit/s`}`
      );
    case "path":
      return ` ${one.evidence.hops.map((hop) => `${hop.ttl}:${hop.address ?? "*"} ${hop.kind}`).join("; ")}`;
    case "lanDevice":
      return ` ${one.evidence.kind} ${one.evidence.mac ?? "-"} ${one.evidence.seenBy.join("+")}`;
    case "sweep":
      return ` ${one.evidence.alive}/${one.evidence.asked}`;
    case "inventory":
      return ` ${one.evidence.manufacturer ?? ""} ${one.evidence.model ?? ""}`;
  }
}

type Tls = Extract<Observation, { collector: "endpoint" }>["evidence"]["tls"];

function certificate(tls: Tls): string {
  if (tls === null) return "";
  const [leaf] = tls.chain;
  const dates =
    leaf === undefined
      ? ""
      : ` ${leaf.commonName ?? ""} ${leaf.notBefore.slice(0, 10)}…${leaf.notAfter.slice(0, 10)} by ${leaf.issuer}`;
  return `, tls ${tls.protocol ?? "-"} trusted=${tls.authorized} name=${tls.nameMatches}${dates}`;
}
