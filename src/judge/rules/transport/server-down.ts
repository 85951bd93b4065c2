import { ownerOf } from "../../facts/owner.ts";
import { contradicted } from "../control.ts";
import { downTargets } from "../help.ts";
import type { Cause } from "../../../text/causes/index.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isUnreached, unconnected } from "./groups.ts";

/** Nobody answers at the address while others around it do. */
export const serverDown: Rule = {
  cause: "SERVER_DOWN",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const dead = unconnected(open).filter(
      (one) => one.code !== "REFUSED" && one.code !== "RESET" && one.code !== "ACCESS_DENIED",
    );
    // What the same owner offers by datagram, and keeps silent too, is one site with it.
    const owners = new Set(dead.map((one) => ownerOf(one.endpoint.host)));
    const beside = open.filter(
      (one) =>
        !dead.includes(one) && isUnreached(one) && one.stage !== "connect" && owners.has(ownerOf(one.endpoint.host)),
    );
    const hurt = dead.length === 0 ? [] : [...dead, ...beside];
    if (hurt.length === 0) return null;
    const outside = facts.contacts.filter((one) => one.open === true && one.transport === "tcp");
    const province = hurt.every((one) => one.system.scope === "province");
    const neighbours = facts.contacts.some((one) => one.zone === "province" && one.open === true);
    // One silent server of a province of which nothing else was seen may stand for all; several at once may share a
    // lost way.
    const addresses = addressesOf(hurt).length;
    const wider: Cause[] =
      province && !neighbours && addresses === 1 ? ["DATACENTRE_DOWN"] : addresses > 1 ? ["PREFIX_UNREACHABLE"] : [];
    const alternatives: Cause[] = contradicted(facts, hurt) ? [...wider, "DNS_STALE_RECORD"] : wider;
    return downTargets(hurt, {
      confidence: alternatives.length > 0 || outside.length === 0 ? "likely" : "certain",
      alternatives,
      against: outside.map((one) => one.id),
    });
  },
};
