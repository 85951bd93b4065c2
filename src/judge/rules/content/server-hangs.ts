import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** The server takes the connection and then says nothing. */
export const serverHangs: Rule = {
  cause: "SERVER_HANGS",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => ["tls", "firstByte", "body"].includes(one.stage) && one.code === "TIMEOUT");
    if (hurt.length === 0) return null;
    const inTls = hurt.some((one) => one.stage === "tls");
    return downTargets(hurt, {
      confidence: inTls ? "likely" : "certain",
      alternatives: inTls ? ["MTU_BLACKHOLE", "SNI_BLOCKED"] : [],
      params: { stage: hurt[0]?.stage ?? "firstByte" },
    });
  },
};
