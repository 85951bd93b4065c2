import { DAY, set, type Change } from "../changes.ts";
import { each, type Border, type Side } from "./border.ts";

const MINUTE = 60_000;
const ahead = (clockAheadMs: number): Change => set({ clockAheadMs });

/** Hosts whose answers carry a date, in their order; the others keep silent about the time. */
function datedHosts(count: number, apartMs = 0): NonNullable<Side["edit"]> {
  return (evidence) => {
    const hosts: string[] = [];
    const bare = each("httpControl", (one) => ({ ...one, evidence: { ...one.evidence, receivedAtMs: null } }))(
      evidence,
    );
    return each("endpoint", (one) => {
      const { host, receivedAtMs } = one.evidence;
      if (receivedAtMs === null) return one;
      if (!hosts.includes(host)) hosts.push(host);
      const at = hosts.indexOf(host);
      return {
        ...one,
        evidence: { ...one.evidence, receivedAtMs: at < count ? receivedAtMs + at * apartMs : null },
      };
    })(bare);
  };
}

/** Minutes, hours and days of a wrong clock, and how many servers must say so. */
export const CLOCK_BORDERS: readonly Border[] = [
  {
    name: "119 seconds ahead are nothing, 121 are",
    within: { make: ahead(119_000), says: [] },
    beyond: { make: ahead(121_000), says: ["CLOCK_WRONG"], first: { severity: "minor" } },
  },
  {
    name: "the same behind",
    within: { make: ahead(-119_000), says: [] },
    beyond: { make: ahead(-121_000), says: ["CLOCK_WRONG"], first: { severity: "minor" } },
  },
  {
    name: "a day away breaks certificates",
    within: { make: ahead(DAY - MINUTE), says: ["CLOCK_WRONG"], first: { severity: "minor" } },
    beyond: { make: ahead(DAY + MINUTE), says: ["CLOCK_WRONG"], first: { severity: "critical" } },
  },
  {
    name: "one server alone proves no time",
    within: { make: ahead(7 * 60 * MINUTE), edit: datedHosts(1), says: [] },
    beyond: { make: ahead(7 * 60 * MINUTE), edit: datedHosts(2), says: ["CLOCK_WRONG"] },
  },
  {
    name: "two servers that are more than a minute apart do not agree",
    within: { make: ahead(7 * 60 * MINUTE), edit: datedHosts(2, 61_000), says: [] },
    beyond: { make: ahead(7 * 60 * MINUTE), edit: datedHosts(2, 59_000), says: ["CLOCK_WRONG"] },
  },
];
