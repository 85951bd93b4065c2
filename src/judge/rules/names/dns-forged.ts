import { classOf, sameAddress } from "../../facts/address.ts";
import { answersFor, type DnsSeen } from "../../facts/dns.ts";
import { observed, unique } from "../../facts/observed.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Rule } from "../rule.ts";
import { keysUsing, systemsUsing } from "./resolution.ts";

/** A server says one thing by datagram and another over TCP: somebody on the way answers in its place. */
export const dnsForged: Rule = {
  cause: "DNS_FORGED",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: [],
  evaluate({ facts }) {
    const found = contradictions(facts);
    const hosts = unique(found.map(({ whole }) => whole.evidence.name.toLowerCase()));
    const systems = systemsUsing(facts, hosts);
    const [first] = found;
    if (first === undefined || systems.length === 0) return null;
    const given = unique(found.flatMap(({ datagram }) => datagram.evidence.answers));
    return {
      confidence: "likely",
      alternatives: ["DNS_HIJACK"],
      impact: "down",
      systems,
      params: {
        names: hosts,
        server: first.whole.evidence.server,
        right: unique(found.flatMap(({ whole }) => whole.evidence.answers)),
        ...(given.length === 0 ? {} : { given }),
      },
      evidence: found.flatMap(({ whole, datagram }) => [whole.id, datagram.id]),
      explains: keysUsing(facts, hosts),
    };
  },
};

interface Contradiction {
  readonly whole: DnsSeen;
  readonly datagram: DnsSeen;
}

function contradictions(facts: Facts): readonly Contradiction[] {
  const servers = [...facts.dns.configured, ...facts.dns.controls];
  return observed(facts.evidence, "dns")
    .filter((one) => one.evidence.confirms === true && one.evidence.answers.length > 0)
    .flatMap((whole) => {
      const server = servers.find((one) => one.label === whole.evidence.server && one.role === whole.evidence.role);
      const datagram = server === undefined ? undefined : answersFor(server, whole.evidence.name, "A");
      const agree = datagram?.evidence.answers.some((one) =>
        whole.evidence.answers.some((other) => sameAddress(one, other)),
      );
      if (datagram === undefined || datagram.evidence.rcode === null || agree === true) return [];
      return isHarmful(facts, datagram) ? [{ whole, datagram }] : [];
    });
}

// Large sites answer each question with another of their servers: only an answer that leads nowhere is a lie.
function isHarmful(facts: Facts, { evidence }: DnsSeen): boolean {
  if (evidence.answers.length === 0) return true;
  const nobody = evidence.answers.every((one) => ["loopback", "unspecified"].includes(classOf(one)));
  const own = facts.targets.filter((one) => one.endpoint.host.toLowerCase() === evidence.name.toLowerCase());
  return nobody || own.some((one) => one.state === "failed" && one.compared?.stage === "done");
}
