import { unique } from "../../facts/observed.ts";
import { systemsOf } from "../help.ts";
import type { Rule } from "../rule.ts";

/** IPv6 was handed out and leads nowhere, while IPv4 works: programs hesitate before every connection. */
export const ipv6Broken: Rule = {
  cause: "IPV6_BROKEN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const given = facts.local.defaults6.length > 0 && facts.local.links.some((link) => link.usable6);
    const six = facts.contacts.filter((one) => one.family === 6 && one.open !== "unknown" && one.code !== "NO_ROUTE");
    if (!given || six.length === 0 || six.some((one) => one.spoke === true)) return null;
    // A dead server is dead over both: at least one of these must live over IPv4, or be a control.
    const alive4 = facts.contacts.filter((one) => one.family === 4 && one.open === true);
    const keys = facts.attempts
      .filter((one) => one.family === 6 && one.tried && one.address !== null && !one.connected)
      .map((one) => one.key);
    const both = facts.targets.filter(
      (one) => keys.includes(one.key) && one.attempts.some((each) => each.family === 4 && each.connected),
    );
    const controls = six.filter((one) => one.kind === "control" || one.kind === "resolver");
    if (alive4.length === 0 || (both.length === 0 && controls.length === 0)) return null;
    return {
      impact: both.length > 0 ? "hurt" : "none",
      severity: "minor",
      systems: systemsOf(both),
      params: { count: six.length },
      evidence: unique([...six.map((one) => one.id), ...(facts.local.routesId === null ? [] : [facts.local.routesId])]),
      against: [],
    };
  },
};
