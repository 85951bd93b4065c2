import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Names resolve, and not one TCP connection opens, to whatever port. */
export const onlyDnsPasses: Rule = {
  cause: "ONLY_DNS_PASSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "clock"],
  evaluate({ facts }) {
    const tcp = facts.contacts.filter(
      (one) => one.transport === "tcp" && one.kind !== "resolver" && one.open !== "unknown",
    );
    const hosts = unique(tcp.map((one) => one.address));
    const controls = tcp.some((one) => one.kind === "control" || one.kind === "page");
    const relayed = facts.attempts.some((one) => one.via === "proxy" && one.seen.http !== null);
    if (hosts.length < 2 || !controls || relayed || tcp.some((one) => one.open === true)) return null;
    const answered = facts.contacts.filter((one) => one.spoke === true && one.kind === "resolver");
    return {
      confidence: "likely",
      alternatives: ["ISP_SUSPENDED"],
      impact: "down",
      systems: everySystem(facts),
      params: { count: hosts.length },
      evidence: unique([...tcp.map((one) => one.id), ...answered.map((one) => one.id)]),
    };
  },
};
