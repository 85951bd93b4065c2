import type { ObservationOf } from "../../../evidence/schema.ts";
import { sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed, unique } from "../../facts/observed.ts";
import { isLossy, pooled } from "../../facts/quality.ts";
import { turnOf } from "../../facts/timeline.ts";
import { everySystem } from "../help.ts";
import type { Draft, Rule, RuleContext } from "../rule.ts";

/**
 * Another machine uses the laptop's address: told by the system, seen in the neighbour table, or betrayed by
 * connections cut at random or for a while.
 */
export const duplicateIp: Rule = {
  cause: "DUPLICATE_IP",
  needs: ["link", "address"],
  // Whose answer arrives is chance: nothing that the others say of line or names can be relied on.
  breaks: ["line", "names", "clock"],
  evaluate(context) {
    // Somebody who falls silent for good is no second machine.
    const gone = context.found.includes("LINK_INTERRUPTED");
    return (
      seenDouble(context) ??
      routerDouble(context) ??
      claimed(context) ??
      (gone ? null : (cutAtRandom(context) ?? cutOff(context)))
    );
  },
};

function seenDouble({ facts, open }: RuleContext): Draft | null {
  for (const link of facts.local.links) {
    for (const one of link.addresses) {
      const entry = observed(facts.evidence, "neighbours").find((table) =>
        table.evidence.entries.some(
          (each) =>
            sameAddress(each.address, one.address) &&
            each.mac !== null &&
            link.mac !== null &&
            each.mac.toLowerCase() !== link.mac.toLowerCase(),
        ),
      );
      const rival = entry?.evidence.entries.find((each) => sameAddress(each.address, one.address))?.mac;
      const device = facts.lan.devices.find(
        (each) =>
          sameAddress(each.evidence.address, one.address) &&
          each.evidence.mac !== null &&
          each.evidence.mac !== link.mac,
      );
      const mac = rival ?? device?.evidence.mac ?? null;
      if (one.duplicate !== true && mac === null) continue;
      return {
        impact: open.length > 0 || !facts.beyondSpoke ? "down" : "hurt",
        systems: everySystem(facts),
        params: { address: one.address, interface: link.label, ...(mac === null ? {} : { mac }) },
        evidence: [link.id, ...(entry === undefined ? [] : [entry.id]), ...(device === undefined ? [] : [device.id])],
        explains: open.map((one) => one.key),
      };
    }
  }
  return null;
}

// What answers for the router's address is another machine of the office, and the way out has broken off meanwhile.
function routerDouble({ facts, open }: RuleContext): Draft | null {
  const { gateway, lan } = facts;
  if (gateway === null || gateway.mac === null || lan.proxyArp !== null) return null;
  const other = lan.stations.find((one) => one.mac !== null && one.mac === gateway.mac);
  const far = facts.timeline.filter((one) => one.place !== "gateway");
  const lost = turnOf(far)?.direction === "lost" || isLossy(pooled(facts.quality.beyond));
  if (other === undefined || !facts.beyondSpoke || !lost) return null;
  return {
    confidence: "likely",
    alternatives: ["LINE_INTERRUPTED"],
    impact: "down",
    systems: everySystem(facts),
    params: { address: gateway.address, router: gateway.address, mac: gateway.mac },
    evidence: [gateway.id, ...lan.ids],
    explains: open.map((one) => one.key),
  };
}

// Silent for good, and back the moment the laptop says its own hardware address: the answers went to somebody else.
function claimed({ facts, open }: RuleContext): Draft | null {
  const link = facts.local.primary;
  const own = link?.addresses.find((one) => one.family === 4 && one.scope === "global")?.address;
  const gateway = facts.gateways.find((one) => one.afterClaim === true);
  if (link === null || own === undefined || gateway === undefined) return null;
  return {
    confidence: "likely",
    alternatives: ["LAN_LOSS"],
    impact: "down",
    systems: everySystem(facts),
    params: { address: own, interface: link.label },
    evidence: [link.id, gateway.id],
    explains: open.map((one) => one.key),
  };
}

// The other machine answers our connections with resets, whoever they go to; a lossy cable never resets.
function cutAtRandom({ facts, open }: RuleContext): Draft | null {
  const link = facts.local.primary;
  const own = link?.addresses.find((one) => one.family === 4 && one.scope === "global")?.address;
  if (link === null || own === undefined) return null;
  const cut = [
    ...facts.attempts.filter((one) => one.code === "RESET").map((one) => ({ id: one.id, address: one.address ?? "" })),
    ...facts.contacts
      .filter((one) => one.code === "RESET" && one.kind !== "endpoint")
      .map((one) => ({ id: one.id, address: one.address })),
  ];
  const unsteady = isLossy(pooled(facts.quality.gateway)) || isLossy(pooled(facts.quality.beyond));
  if (unique(cut.map((one) => one.address)).length < 2 || !unsteady) return null;
  return {
    confidence: "likely",
    alternatives: ["LAN_LOSS"],
    impact: "down",
    systems: everySystem(facts),
    params: { address: own, interface: link.label, resets: cut.length },
    evidence: unique([...cut.map((one) => one.id), ...facts.quality.gateway.map((one) => one.id)]),
    explains: open.map((one) => one.key),
  };
}

/** Chance does not lose so many in a row, not even at sixty percent. */
const GAP = 15;
const OF_ALL_LOSSES = 0.4;

// The router answered, then not at all for a while, then again: it follows whoever claimed the address last. A bad
// cable loses here and there.
function cutOff({ facts, open }: RuleContext): Draft | null {
  const link = facts.local.primary;
  const own = link?.addresses.find((one) => one.family === 4 && one.scope === "global")?.address;
  if (link === null || own === undefined || link.kind === "wifi" || facts.gateway?.spoke !== true) return null;
  const gaps = observed(facts.evidence, "quality").filter(isGap);
  const near = gaps.filter((one) => facts.quality.gateway.some((each) => each.id === one.id));
  // The line may come and go as well; then the router itself answers all the while.
  const far = gaps.filter((one) =>
    facts.contacts.some((contact) => contact.open === true && contact.address === one.evidence.address),
  );
  const seen = near.length > 0 ? near : gatewayWavers(facts) || gatewayPauses(facts) ? far : [];
  if (seen.length === 0) return null;
  return {
    confidence: "likely",
    alternatives: ["LAN_LOSS"],
    impact: "down",
    systems: everySystem(facts),
    params: { address: own, interface: link.label, gap: Math.max(...seen.map((one) => one.evidence.longestGap ?? 0)) },
    evidence: unique([link.id, facts.gateway.id, ...seen.map((one) => one.id)]),
    explains: open.map((one) => one.key),
  };
}

function isGap({ evidence: { longestGap = 0, sent, received } }: ObservationOf<"quality">): boolean {
  return longestGap >= GAP && longestGap >= OF_ALL_LOSSES * (sent - received);
}

/** The router's own series had such a gap as well, among other losses. */
function gatewayPauses(facts: Facts): boolean {
  return observed(facts.evidence, "quality").some(
    ({ id, evidence: { longestGap = 0 } }) =>
      longestGap >= GAP && facts.quality.gateway.some((one) => one.id === id && one.lost < one.sent),
  );
}

function gatewayWavers(facts: Facts): boolean {
  const seen = observed(facts.evidence, "gateway").find((one) => one.id === facts.gateway?.id);
  const { sent, received } = seen?.evidence.icmp ?? { sent: 0, received: 0 };
  return received > 0 && received < sent;
}
