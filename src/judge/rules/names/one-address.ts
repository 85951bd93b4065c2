import { sameAddress } from "../../facts/address.ts";
import type { Facts } from "../../facts/facts.ts";
import { compareText, unique } from "../../facts/observed.ts";
import { ownerOf } from "../../facts/owner.ts";
import { systemsOf } from "../help.ts";
import type { Rule } from "../rule.ts";
import { askedHosts, controlled, resolution } from "./resolution.ts";

/** Fewer names may share one machine. */
const MANY = 4;

/** All names of several owners lead to one address, and an independent resolver knows better: one lie, said once. */
export const namesToOneAddress: Rule = {
  cause: "DNS_HIJACK",
  needs: ["link", "address", "gateway", "line", "names"],
  breaks: ["names", "trust"],
  evaluate({ facts }) {
    const address = oneAddress(facts);
    if (address === null) return null;
    const misled = facts.targets.filter((one) => one.best?.address === address);
    const hosts = unique(misled.map((one) => one.endpoint.host)).toSorted(compareText);
    if (misled.length === 0) return null;
    const servers = facts.dns.configured;
    return {
      confidence: misled.some((one) => one.compared?.stage === "done") ? "certain" : "likely",
      impact: "down",
      systems: systemsOf(misled),
      params: { names: hosts, how: "elsewhere", server: servers[0]?.label ?? "", given: [address] },
      evidence: unique([...servers.flatMap((one) => one.ids), ...misled.flatMap((one) => one.ids)]),
      explains: misled.map((one) => one.key),
    };
  },
};

/** The address that every name has which has one at all; null where there are two, or the controls say the same. */
export function oneAddress(facts: Facts): string | null {
  const found = askedHosts(facts).flatMap((host) => {
    const here = resolution(facts.dns.configured, host);
    const there = controlled(facts.dns.controls, host);
    return here.kind === "answers" ? [{ host, here: here.addresses, there }] : [];
  });
  const [address, ...others] = unique(found.flatMap((one) => one.here));
  const owners = unique(found.map((one) => ownerOf(one.host)));
  if (address === undefined || others.length > 0 || found.length < MANY || owners.length < 2) return null;
  const denied = found.some(
    ({ there }) => there.kind === "answers" && !there.addresses.some((one) => sameAddress(one, address)),
  );
  return denied ? address : null;
}
