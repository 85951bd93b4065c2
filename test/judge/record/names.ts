import type { FailureCode } from "../../../src/evidence/common.ts";
import type { Observation } from "../../../src/evidence/schema.ts";
import { routed, base, failed, skipped, hostsOf } from "./base.ts";
import { GATEWAY, type World } from "../world.ts";

export function names(world: World): Observation[] {
  const ask = (
    server: string,
    role: "configured" | "control",
    name: string,
    purpose: "known" | "missing" | "endpoint",
    type: "A" | "AAAA" = "A",
    transport: "udp" | "tcp" = "udp",
  ): Observation => {
    const configured = role === "configured" && server === GATEWAY;
    const dead = routed(world, server.includes(":") ? 6 : 4)
      ? configured
        ? null
        : world.reach({ address: server, port: 53, transport })
      : ("PREREQUISITE_DEAD" as const);
    const answer: World["dns"] = (server, name, type) =>
      transport === "tcp" && world.dnsOverTcp !== undefined
        ? world.dnsOverTcp(server, name)
        : world.dns(server, name, type);
    const reply = dead === null ? answer(server, name, type) : { rcode: null, answers: [], code: dead };
    const code: FailureCode | null =
      reply.rcode === null
        ? (reply.code ?? "TIMEOUT")
        : reply.rcode === "NOERROR"
          ? reply.answers.length > 0
            ? null
            : "NODATA"
          : reply.rcode === "REFUSED"
            ? "DNS_REFUSED"
            : reply.rcode === "SERVFAIL"
              ? "SERVFAIL"
              : "NXDOMAIN";
    return {
      ...base(
        `dns:${server}:${purpose === "missing" ? "missing-1" : name}:${type}${transport === "tcp" ? ":tcp" : ""}`,
        code === null ? {} : code === "PREREQUISITE_DEAD" ? skipped("resolve") : failed("resolve", code),
      ),
      collector: "dns",
      evidence: {
        server,
        role,
        purpose,
        name,
        type,
        rcode: reply.rcode,
        answers: [...reply.answers],
        cnames: [],
        ttlSeconds: 60,
        authenticated: "unknown",
        rttMs: reply.rcode === null ? null : (reply.ms ?? 5),
        attempts: 1,
        transport,
      },
    };
  };
  /** As the collector does: "no such name" of a control that knows the known name is asked again over a connection. */
  const confirm = (server: string, host: string): Observation[] => {
    const said = world.dns(server, host, "A");
    const reached = routed(world, 4) && world.reach({ address: server, port: 53, transport: "udp" }) === null;
    const denies = said.rcode === "NXDOMAIN" || (said.rcode === "NOERROR" && said.answers.length === 0);
    const knows = world.dns(server, "known.test", "A").answers.length > 0;
    return reached && denies && knows ? [ask(server, "control", host, "endpoint", "A", "tcp")] : [];
  };
  const servers = [
    ...world.resolvers.map((address) => ({ address, role: "configured" as const })),
    ...world.profile.controls.resolvers.map(({ address }) => ({ address, role: "control" as const })),
  ];
  return servers.flatMap(({ address, role }) => [
    ask(address, role, "known.test", "known"),
    ask(address, role, "qzx1.test", "missing"),
    ...hostsOf(world).flatMap((host) => [
      ask(address, role, host, "endpoint"),
      ...(role === "configured" && routed(world, 6) ? [ask(address, role, host, "endpoint", "AAAA")] : []),
      ...(role === "control" ? confirm(address, host) : []),
    ]),
  ]);
}
