import type { Facts } from "../../facts/facts.ts";
import type { LinkFact } from "../../facts/local.ts";
import { sameAddress } from "../../facts/address.ts";
import { linksUp } from "../help.ts";
import type { Cause } from "../../../text/causes/index.ts";
import type { Draft, Rule } from "../rule.ts";
import { everySystem } from "../help.ts";

/** The link that is up and has no usable address; null where any link has one. */
export function linkWithoutAddress(facts: Facts): LinkFact | null {
  const up = linksUp(facts);
  if (!facts.local.known || up.length === 0 || up.some((link) => link.usable4 || link.usable6) || facts.beyondSpoke)
    return null;
  return up.find((link) => link.kind === "ethernet") ?? up[0] ?? null;
}

interface NoLease {
  readonly cause: "DHCP_NO_LEASE" | "DHCP_POOL_FULL";
  readonly draft: Draft;
}

// An address that the system gave itself (RFC 3927) betrays that it asked in vain, where nobody tells how the adapter
// is set.
function asksForOne(link: LinkFact): boolean {
  return (
    link.manual === false ||
    (link.manual === "unknown" && link.addresses.some((one) => one.family === 4 && one.scope === "link"))
  );
}

// Where nobody could read whether there is a signal at all it may be the cable.
function silentCauses(link: LinkFact): readonly Cause[] {
  return link.up === true ? ["LAN_SILENT"] : ["LAN_SILENT", "LINK_DOWN"];
}

/**
 * A laptop that asks for an address and gets none sees the same when nobody serves addresses, when all are taken and
 * when the network is cut off before the router. A server that spoke, or the router of the last healthy visit still
 * being there, makes a full pool likelier.
 */
function noLease(facts: Facts): NoLease | null {
  const link = linkWithoutAddress(facts);
  if (link === null || !asksForOne(link)) return null;
  const server = link.lease?.evidence.server ?? null;
  const known = facts.evidence.baseline?.gateways ?? [];
  const router = facts.lan.stations.find((one) =>
    known.some(
      (gateway) => sameAddress(gateway.address, one.address) || (gateway.mac !== null && gateway.mac === one.mac),
    ),
  );
  const full = server !== null || router !== undefined;
  const heard = facts.lan.stations.length > 0 || (link.heard ?? 0) > 0;
  const alternatives: Cause[] = [full ? "DHCP_NO_LEASE" : "DHCP_POOL_FULL", ...(heard ? [] : silentCauses(link))];
  const selfGiven = link.addresses.find((one) => one.family === 4)?.address;
  const draft: Draft = {
    confidence: "likely",
    alternatives,
    impact: "down",
    systems: everySystem(facts),
    params: {
      interface: link.label,
      ...(selfGiven === undefined ? {} : { address: selfGiven }),
      ...(server === null ? {} : { server }),
      ...(router === undefined ? {} : { router: router.address }),
      ...(link.heard === null ? {} : { heard: link.heard }),
    },
    evidence: [link.id, ...(link.lease === null ? [] : [link.lease.id])],
    against: heard ? [] : facts.lan.ids,
  };
  return { cause: full ? "DHCP_POOL_FULL" : "DHCP_NO_LEASE", draft };
}

/** A rule for one of the two reasons for getting no address. */
export function leaseRule(cause: NoLease["cause"]): Rule {
  return {
    cause,
    needs: ["link"],
    breaks: ["address", "gateway", "line", "names", "clock"],
    evaluate({ facts }) {
      const found = noLease(facts);
      return found?.cause === cause ? found.draft : null;
    },
  };
}
