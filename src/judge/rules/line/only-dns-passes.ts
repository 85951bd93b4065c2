import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Names, over UDP or TCP. */
const DNS_PORT = 53;

/**
 * Names resolve, and not one TCP connection opens, to whatever port: a lock for unpaid fees, or a portal, that may let the
 * page through by which computers test for the Internet.
 */
export const onlyDnsPasses: Rule = {
  cause: "ONLY_DNS_PASSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "clock"],
  evaluate({ facts }) {
    const connections = facts.contacts.filter(
      (one) =>
        one.transport === "tcp" &&
        one.kind !== "resolver" &&
        one.open !== "unknown" &&
        one.port !== DNS_PORT &&
        !(one.kind === "series" && one.port === 0),
    );
    const page = connections.find((one) => one.kind === "page" && one.open === true);
    // The test page may pass; then ports of several kinds must be shut, or one port would be a fault of its own.
    const tcp = connections.filter((one) => one !== page);
    const ports = unique(tcp.map((one) => one.port));
    if (page !== undefined && ports.length < 3) return null;
    const hosts = unique(tcp.map((one) => one.address));
    const controls = connections.some((one) => one.kind === "control" || one.kind === "page");
    const relayed = facts.attempts.some((one) => one.via === "proxy" && one.seen.http !== null);
    if (hosts.length < 2 || !controls || relayed || tcp.some((one) => one.open === true)) return null;
    const answered = facts.contacts.filter((one) => one.spoke === true && one.kind === "resolver");
    return {
      confidence: "likely",
      alternatives: page === undefined ? ["ISP_SUSPENDED"] : ["ISP_SUSPENDED", "CAPTIVE_PORTAL"],
      impact: "down",
      systems: everySystem(facts),
      params: { count: hosts.length, ...(page === undefined ? {} : { page: page.address }) },
      evidence: unique([...tcp.map((one) => one.id), ...answered.map((one) => one.id)]),
    };
  },
};
