import { isPage } from "../../../profile/protocols.ts";
import type { Target } from "../../facts/target.ts";
import { waitedFor } from "../../facts/waited.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { median } from "../../../base/statistics.ts";

/** ITU-T G.1010: more than four seconds for a page is too long. Time stamping is known to be slow and left out. */
const SLOW_MS = 4000;

/** One system lets people wait while the others are quick. */
export const serverSlow: Rule = {
  cause: "SERVER_SLOW",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const timed = facts.targets.filter(
      (one) => one.state === "ok" && isPage(one.endpoint.protocol) && one.best?.seen.steps.firstByte !== undefined,
    );
    const waitOf = (one: Target): number => waitedFor(facts, one);
    const slow = timed.filter((one) => waitOf(one) > SLOW_MS);
    const rest = median(timed.filter((one) => !slow.includes(one)).map(waitOf));
    if (slow.length === 0 || rest === null || rest > SLOW_MS / 2) return null;
    return downTargets(slow, {
      impact: "hurt",
      severity: "minor",
      explains: [],
      params: { ms: Math.round(Math.max(...slow.map(waitOf))) },
    });
  },
};
