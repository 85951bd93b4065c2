import type { ObservationOf } from "../../../evidence/schema.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed, unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";
import { strangePage } from "./portal-page.ts";

/** Names, over UDP or TCP. */
const DNS_PORT = 53;
const HTTP_PORT = 80;

/**
 * Names resolve, and not one TCP connection opens, to whatever port: a lock for unpaid fees, or a portal, that may let the
 * page through by which computers test for the Internet.
 */
export const onlyDnsPasses: Rule = {
  cause: "ONLY_DNS_PASSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "clock"],
  evaluate({ facts }) {
    const box = answersForAll(facts);
    const connections = facts.contacts.filter(
      (one) =>
        one.transport === "tcp" &&
        one.kind !== "resolver" &&
        one.open !== "unknown" &&
        one.port !== DNS_PORT &&
        !(box !== null && one.port === HTTP_PORT) &&
        !(one.kind === "series" && one.port === 0),
    );
    const page = connections.find((one) => one.kind === "page" && one.open === true);
    // The test page may pass; then ports of several kinds must be shut, or one port would be a fault of its own.
    const tcp = connections.filter((one) => one !== page);
    const ports = unique(tcp.map((one) => one.port));
    if (page !== undefined && ports.length < 3) return null;
    const hosts = unique(tcp.map((one) => one.address));
    const controls = box !== null || connections.some((one) => one.kind === "control" || one.kind === "page");
    const relayed = facts.attempts.some((one) => one.via === "proxy" && one.seen.http !== null);
    if (hosts.length < 2 || !controls || relayed || tcp.some((one) => one.open === true)) return null;
    const answered = facts.contacts.filter((one) => one.spoke === true && one.kind === "resolver");
    return {
      confidence: "likely",
      alternatives: page === undefined && box === null ? ["ISP_SUSPENDED"] : ["ISP_SUSPENDED", "CAPTIVE_PORTAL"],
      impact: "down",
      systems: everySystem(facts),
      params: {
        count: hosts.length,
        ...(page === undefined ? {} : { page: page.address }),
        ...(box === null ? {} : { status: box.evidence.hops.at(-1)?.status ?? 0 }),
      },
      evidence: unique([
        ...tcp.map((one) => one.id),
        ...answered.map((one) => one.id),
        ...(box === null ? [] : [box.id]),
      ]),
    };
  },
};

/** A box that answers plain pages in the name of everybody, and says nothing: what opens there is no Internet. */
function answersForAll(facts: Facts): ObservationOf<"httpControl"> | null {
  const strange = observed(facts.evidence, "httpControl").find(
    (one) => one.evidence.matched === false && one.evidence.hops.length > 0 && strangePage(one).isEmpty,
  );
  return strange ?? null;
}
