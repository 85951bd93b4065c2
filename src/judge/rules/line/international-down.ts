import { unique } from "../../facts/observed.ts";
import type { Rule } from "../rule.ts";

/**
 * Every foreign control is silent and a domestic one answers: an undersea cable, say. Government systems are not hurt.
 */
export const internationalDown: Rule = {
  cause: "INTERNATIONAL_DOWN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const foreign = facts.contacts.filter(
      (one) => one.zone === "foreign" && one.family === 4 && one.spoke !== "unknown",
    );
    const domestic = facts.contacts.filter((one) => one.zone !== "foreign" && one.family === 4 && one.open === true);
    const controls = foreign.filter((one) => one.kind === "control");
    if (controls.length === 0 || domestic.length === 0 || foreign.some((one) => one.spoke === true)) return null;
    // Where the same port is shut inside the country too, the fault is not abroad.
    const ports = unique(controls.map((one) => one.port));
    if (!ports.some((port) => domestic.some((one) => one.port === port && one.transport === "tcp"))) return null;
    const hosts = unique(foreign.map((one) => one.address));
    return {
      confidence: hosts.length >= 2 ? "certain" : "likely",
      impact: "none",
      severity: "minor",
      systems: [],
      params: { hosts, count: hosts.length },
      evidence: unique([
        ...foreign.map((one) => one.id),
        ...domestic.filter((one) => one.kind === "control").map((one) => one.id),
      ]),
    };
  },
};
