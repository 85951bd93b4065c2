import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";
import { unconnected } from "./groups.ts";

/** The machine is there and says that nobody serves this port. */
export const serverRefuses: Rule = {
  cause: "SERVER_REFUSES",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ open }) {
    const hurt = unconnected(open).filter((one) => one.code === "REFUSED" || one.code === "RESET");
    return hurt.length === 0 ? null : downTargets(hurt);
  },
};
