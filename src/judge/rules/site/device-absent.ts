import { inPrefix, sameAddress } from "../../facts/address.ts";
import type { Rule } from "../rule.ts";

/** Machines that stay where they are; computers and phones come and go. */
const FIXED: ReadonlySet<string> = new Set(["printer", "switch", "accessPoint", "nas", "camera", "router"]);

/** A device that the last healthy visit saw does not answer any more, by any witness. */
export const deviceAbsent: Rule = {
  cause: "DEVICE_ABSENT",
  needs: ["link", "address"],
  breaks: [],
  evaluate({ facts, found }) {
    const { baseline } = facts.evidence;
    const { lan, local, gateways } = facts;
    const here =
      baseline?.prefixes.filter((prefix) =>
        local.links.some((link) => link.addresses.some((one) => inPrefix(one.address, prefix))),
      ) ?? [];
    if (
      baseline === null ||
      here.length === 0 ||
      lan.proxyArp !== null ||
      found.includes("LAN_SILENT") ||
      found.includes("STATIC_WRONG_SUBNET")
    )
      return null;
    const present = [...lan.stations, ...gateways.filter((one) => one.alive === true)];
    const absent = baseline.devices.filter((device) => {
      const isGateway = baseline.gateways.some((one) => sameAddress(one.address, device.address));
      const seen = present.some((one) =>
        device.mac !== null && one.mac !== null ? one.mac === device.mac : sameAddress(one.address, device.address),
      );
      return (
        FIXED.has(device.kind) &&
        !isGateway &&
        !seen &&
        here.some((prefix) => inPrefix(device.address, prefix)) &&
        lan.isAsked(device.address)
      );
    });
    const [first] = absent;
    if (first === undefined) return null;
    return {
      impact: "none",
      severity: "minor",
      systems: [],
      params: {
        devices: absent.map((one) => `${one.name ?? one.kind} (${one.address})`),
        kinds: [...new Set(absent.map((one) => one.kind))],
        count: absent.length,
        since: baseline.takenAt.slice(0, 10),
      },
      evidence: lan.ids,
    };
  },
};
