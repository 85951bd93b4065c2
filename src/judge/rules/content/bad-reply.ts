import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Something answers, and not in the language of the service; also everything that no other rule accounts for. */
export const badReply: Rule = {
  cause: "BAD_REPLY",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage !== "resolve" && one.stage !== "connect");
    return hurt.length === 0 ? null : downTargets(hurt, { params: { code: hurt[0]?.code ?? "OTHER" } });
  },
};
