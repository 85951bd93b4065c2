import { unique } from "../../facts/observed.ts";
import { keysOf, systemsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { blockedPort } from "./blocked-port.ts";

/**
 * Plain HTTP is shut towards everybody, the control page included: signing and certificate checks fail, browsing works.
 */
export const port80Blocked: Rule = {
  cause: "PORT_80_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const found = blockedPort(facts, 80);
    const hurt = open.filter((one) => found?.targets.includes(one) === true);
    if (
      found === null ||
      hurt.length === 0 ||
      !found.failed.some((one) => one.kind === "page" || one.kind === "control")
    )
      return null;
    return {
      impact: "down",
      systems: systemsOf(hurt),
      params: { count: unique(found.failed.map((one) => one.address)).length },
      evidence: found.failed.map((one) => one.id),
      explains: keysOf(hurt),
    };
  },
};
