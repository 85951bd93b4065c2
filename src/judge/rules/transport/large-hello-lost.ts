import { downTargets, hostsOf } from "../help.ts";
import type { Rule } from "../rule.ts";

/** The first TLS message of new browsers spans two packets, and the way or the server chokes on it: a short one passes. */
export const largeHelloLost: Rule = {
  cause: "LARGE_HELLO_LOST",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage === "tls" && one.best?.seen.shortHello === true);
    if (hurt.length === 0) return null;
    // Servers of several names do not choke together: it is something that all their ways pass.
    return downTargets(hurt, { culprit: hostsOf(hurt).length > 1 ? "isp" : "server" });
  },
};
