import type { Rule } from "../rule.ts";
import { lossyLan } from "./lan-loss.ts";
import { lossExplains } from "./loss-explains.ts";

/** The same loss over the air: distance, walls and other transmitters rather than a cable. */
export const wifiWeak: Rule = {
  cause: "WIFI_WEAK",
  needs: ["link", "address", "gateway"],
  breaks: [],
  evaluate({ facts, open }) {
    const found = lossyLan(facts);
    if (found === null || facts.local.primary?.kind !== "wifi") return null;
    return { ...found, explains: lossExplains(facts, open) };
  },
};
