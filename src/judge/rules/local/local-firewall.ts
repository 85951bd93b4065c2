import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** The operating system itself forbids the connection: no packet left the laptop. */
export const localFirewall: Rule = {
  cause: "LOCAL_FIREWALL",
  needs: ["link"],
  breaks: ["gateway", "line", "names", "clock"],
  evaluate({ facts }) {
    const denied = facts.silent.filter((one) => one.code === "ACCESS_DENIED");
    const opened = facts.contacts.filter((one) => one.open === true);
    // Linux tells a program that its datagram was forbidden, and lets a TCP connection run into its time-out.
    const others = facts.silent.filter((one) => one.code !== "ACCESS_DENIED" && one.code !== "TIMEOUT");
    if (denied.length < 2 || opened.length > 0 || others.length > denied.length) return null;
    return {
      impact: "down",
      systems: everySystem(facts),
      params: { count: denied.length },
      evidence: denied.map((one) => one.id),
    };
  },
};
