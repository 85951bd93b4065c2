import type { Facts } from "../../facts/facts.ts";
import { isLossy, pooled } from "../../facts/quality.ts";
import { everySystem, round } from "../help.ts";
import type { Draft, Rule } from "../rule.ts";
import { lossExplains } from "./loss-explains.ts";

/** Packets already get lost on the way to the office's own router. */
export function lossyLan(facts: Facts): Omit<Draft, "explains"> | null {
  const seen = pooled(facts.quality.gateway);
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
    evidence: [...facts.quality.gateway.map((one) => one.id), ...(primary === null ? [] : [primary.id])],
  };
}

export const lanLoss: Rule = {
  cause: "LAN_LOSS",
  needs: ["link", "address", "gateway"],
  breaks: [],
  evaluate({ facts, open, found: earlier }) {
    const found = lossyLan(facts);
    if (found === null || earlier.includes("DUPLICATE_IP") || facts.local.primary?.kind === "wifi") return null;
    return { ...found, explains: lossExplains(facts, open) };
  },
};
