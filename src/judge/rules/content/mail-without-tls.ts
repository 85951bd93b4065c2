import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** Mail is handed in without encryption: not offered by the server, or taken away on the way (RFC 8314 3). */
export const mailWithoutTls: Rule = {
  cause: "MAIL_WITHOUT_TLS",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts }) {
    const hurt = facts.targets.filter(
      ({ state, endpoint, best }) =>
        state === "ok" && endpoint.protocol === "smtp" && best?.seen.mail?.starttlsOffered === false,
    );
    if (hurt.length === 0) return null;
    return downTargets(hurt, { impact: "hurt", confidence: "likely", explains: [] });
  },
};
