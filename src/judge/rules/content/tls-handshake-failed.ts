import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Both sides speak and cannot agree on how to encrypt. */
export const tlsHandshakeFailed: Rule = {
  cause: "TLS_HANDSHAKE_FAILED",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage === "tls" && one.code !== "TIMEOUT");
    return hurt.length === 0 ? null : downTargets(hurt, { params: { code: hurt[0]?.code ?? "OTHER" } });
  },
};
