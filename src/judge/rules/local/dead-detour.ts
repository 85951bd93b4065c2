import type { Cause } from "../../../text/causes/index.ts";
import { sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { observed, unique } from "../../facts/observed.ts";
import { routeTo, type RouteSeen } from "../../facts/routes.ts";
import type { Target } from "../../facts/target.ts";
import { everySystem, keysOf, systemsOf } from "../help.ts";
import type { Draft, Rule, RuleContext } from "../rule.ts";
import { isUnreached } from "../transport/groups.ts";

/** So many packets went out without one coming back. */
const SENT = 5;

interface Detour {
  readonly interface: string;
  readonly routes: readonly RouteSeen[];
  readonly hurt: readonly Target[];
  readonly ids: readonly string[];
}

/**
 * Some addresses, or both halves of all, leave by another adapter than the rest, and nobody behind that one has answered:
 * a VPN that was left on, or a second network that leads nowhere. The default way is there, and not asked.
 */
export const deadDetour: Rule = {
  cause: "ROUTE_PREFERS_DEAD_INTERFACE",
  needs: ["link", "address"],
  breaks: [],
  evaluate(context) {
    const { facts } = context;
    const rest = facts.local.defaults4[0];
    const detour = rest === undefined ? null : detourOf(context, rest);
    if (rest === undefined || detour === null) return null;
    const lives = facts.gateways.some((one) => one.interface === rest.interface && one.alive === true);
    if (!lives && !facts.beyondSpoke) return null;
    const [route] = detour.routes;
    const dark = isDark(facts, detour.interface) || gatewayGone(facts, route?.gateway ?? null);
    return {
      ...(dark ? {} : { confidence: "likely", alternatives: others(facts) }),
      impact: "down",
      // Where nobody at all could be spoken to, nothing can be said of what lies behind the right way.
      ...(facts.beyondSpoke ? {} : { breaks: ["gateway", "line", "names", "clock"] }),
      systems: facts.beyondSpoke ? systemsOf(detour.hurt) : everySystem(facts),
      params: {
        interface: labelOf(facts, detour.interface),
        prefixes: unique(detour.routes.map((one) => one.destination)),
        metric: route?.metric ?? 0,
        other: labelOf(facts, rest.interface),
        otherGateway: rest.gateway ?? "",
        otherMetric: rest.metric,
        ...(route?.gateway === undefined || route.gateway === null ? {} : { gateway: route.gateway }),
      },
      evidence: unique([
        ...(facts.local.routesId === null ? [] : [facts.local.routesId]),
        ...interfaceIds(facts, detour.interface),
        ...detour.ids,
      ]),
      explains: keysOf(detour.hurt),
    } satisfies Draft;
  },
};

function detourOf({ facts, open }: RuleContext, rest: RouteSeen): Detour | null {
  const routeOf = (address: string | null): RouteSeen | null => {
    const found = address === null || address.includes(":") ? null : routeTo(facts, address);
    // Whoever stands in the same network is no business of a router.
    return found === null || found.interface === rest.interface || facts.local.isOnLink(address ?? "") ? null : found;
  };
  const hurt = open.filter(
    (one) => one.endpoint.network === "internet" && isUnreached(one) && routeOf(one.best?.address ?? null) !== null,
  );
  // Where no name was resolved, those tell who are asked by their addresses.
  const lost = facts.contacts.filter((one) => one.open === false && one.transport === "tcp");
  const [first] = [...hurt.flatMap((one) => one.best?.address ?? []), ...lost.map((one) => one.address)].flatMap(
    (address) => routeOf(address) ?? [],
  );
  if (first === undefined) return null;
  const isBehind = (address: string | null): boolean => routeOf(address)?.interface === first.interface;
  // One answer from behind it, and it leads somewhere.
  if (facts.contacts.some((one) => one.spoke === true && isBehind(one.address))) return null;
  const own = hurt.filter((one) => isBehind(one.best?.address ?? null));
  const silent = lost.filter((one) => isBehind(one.address));
  // A control far away that keeps silent by itself hurts nobody.
  if (own.length === 0 && facts.beyondSpoke) return null;
  const addresses = [...own.map((one) => one.best?.address ?? null), ...silent.map((one) => one.address)];
  return {
    interface: first.interface,
    routes: addresses.flatMap((address) => routeOf(address) ?? []),
    hurt: own,
    ids: [...own.flatMap((one) => one.ids), ...silent.map((one) => one.id)],
  };
}

/** Packets went out by it, and none came back. */
function isDark(facts: Facts, name: string): boolean {
  return observed(facts.evidence, "interface").some(({ evidence: { name: own, counters } }) => {
    if (own !== name || counters === null || counters.txPacketsAfter === null || counters.rxPacketsAfter === null)
      return false;
    const heard = counters.rxPacketsAfter - counters.rxPacketsBefore;
    return heard === 0 && counters.txPacketsAfter - counters.txPacketsBefore >= SENT;
  });
}

function gatewayGone(facts: Facts, gateway: string | null): boolean {
  return observed(facts.evidence, "neighbours").some((table) =>
    table.evidence.entries.some(
      (one) =>
        gateway !== null && sameAddress(one.address, gateway) && (one.state === "failed" || one.state === "incomplete"),
    ),
  );
}

function others({ beyondSpoke }: Facts): readonly Cause[] {
  return beyondSpoke ? ["DATACENTRE_DOWN"] : ["LINE_DOWN"];
}

function interfaceIds(facts: Facts, name: string): string[] {
  return observed(facts.evidence, "interface")
    .filter((one) => one.evidence.name === name)
    .map((one) => one.id);
}

function labelOf(facts: Facts, name: string): string {
  return observed(facts.evidence, "interface").find((one) => one.evidence.name === name)?.evidence.label ?? name;
}
