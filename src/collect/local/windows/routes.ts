import { isIP, isIPv4 } from "node:net";
import { cidrOf, prefixOfMask } from "../address.ts";
import type { RouteFact } from "../facts.ts";

/** Windows lists its own addresses, broadcast, multicast and loopback as routes; none of them leads to another host. */
export function isOrdinaryRoute(destination: string, gateway: string | null): boolean {
  if (/^(?:127\.|22[4-9]\.|23\d\.|255\.|ff|::1\/128$)/iu.test(destination)) return false;
  return gateway !== null || !/\/(?:32|128)$/u.test(destination);
}

/**
 * Active IPv4 routes from `route print -4`, by structure: network, mask, gateway (an address, or "On-link" in any
 * language), own address, metric. Persistent routes have no own address and fall out.
 * @param nameOf name of the interface that carries an address
 */
export function parseRoutePrint(text: string, nameOf: (address: string) => string | null): RouteFact[] {
  return text.split(/\r?\n/u).flatMap((line) => {
    const [, network = "", mask = "", middle = "", own = "", metric] =
      /^\s*([\d.]+)\s+([\d.]+)\s+(\S.*?)\s+([\d.]+)\s+(\d+)\s*$/u.exec(line) ?? [];
    const prefix = prefixOfMask(mask);
    if (!isIPv4(network) || prefix === null || !isIPv4(own)) return [];
    const destination = cidrOf(network, prefix);
    const gateway = isIP(middle) === 4 ? middle : null;
    if (destination === null || !isOrdinaryRoute(destination, gateway)) return [];
    return [{ family: 4 as const, destination, gateway, interface: nameOf(own) ?? own, metric: Number(metric) }];
  });
}
