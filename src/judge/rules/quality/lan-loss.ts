import type { Facts } from "../../facts/facts.ts";
import { isLossy, pooled } from "../../facts/quality.ts";
import { everySystem, round } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import { lossExplains } from "./loss-explains.ts";

/** Packets already get lost on the way to the office's own router, or to its other machines. */
export function lossyLan(facts: Facts): Omit<Draft, "explains"> | null {
  const near = [...facts.quality.gateway, ...facts.quality.lan];
  const seen = pooled(near);
  const { primary } = facts.local;
  if (!isLossy(seen)) return null;
  const signal = primary?.signalPercent ?? null;
  const percent = round((seen.lost / seen.sent) * 100);
  return {
    impact: "hurt",
    severity: percent >= 20 ? "major" : "minor",
    systems: everySystem(facts),
    params: {
      percent,
      lost: seen.lost,
      sent: seen.sent,
      interface: primary?.label ?? "",
      ...(signal === null ? {} : { signal }),
      ...(primary === null || primary.errors === 0 ? {} : { errors: primary.errors }),
      ...(facts.gateway === null ? {} : { gateway: facts.gateway.address }),
    },
    evidence: [...near.map((one) => one.id), ...(primary === null ? [] : [primary.id])],
  };
}

/** The cable, or a socket, or a port of the switch. */
export const lanLoss: Rule = {
  cause: "LAN_LOSS",
  // Not the gateway: other machines tell of the cable, too.
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts, open, found: earlier }) {
    const found = lossyLan(facts);
    if (
      found === null ||
      earlier.includes("DUPLICATE_IP") ||
      // What fell silent for good lost nothing by chance.
      earlier.includes("LINK_INTERRUPTED") ||
      earlier.includes("LAN_LOSS") ||
      facts.local.primary?.kind === "wifi"
    )
      return null;
    return { ...found, explains: lossExplains(facts, open) };
  },
};

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
