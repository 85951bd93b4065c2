import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Answers begin and break off, at several servers. */
export const largeTransferFails: Rule = {
  cause: "LARGE_TRANSFER_FAILS",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage === "body");
    return hostsOf(hurt).length < 2
      ? null
      : downTargets(hurt, { confidence: "likely", alternatives: ["MTU_BLACKHOLE"] });
  },
};
