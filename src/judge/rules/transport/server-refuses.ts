import { contradicted } from "../control.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { unconnected } from "./groups.ts";

/** The machine is there and says that nobody serves this port. */
export const serverRefuses: Rule = {
  cause: "SERVER_REFUSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const hurt = unconnected(open).filter((one) => one.code === "REFUSED" || one.code === "RESET");
    if (hurt.length === 0) return null;
    // An address that another resolver denies may be somebody else's machine by now.
    return downTargets(
      hurt,
      contradicted(facts, hurt) ? { confidence: "likely", alternatives: ["DNS_STALE_RECORD"] } : {},
    );
  },
};
