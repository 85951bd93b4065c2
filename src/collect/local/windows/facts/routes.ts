import { isIP } from "node:net";
import { familyOf, withoutZone } from "../../address.ts";
import type { RouteFact } from "../../facts.ts";
import { isOrdinaryRoute } from "../routes.ts";
import type { WindowsSnapshot } from "../snapshot.ts";
import { inForce, nameOf } from "./common.ts";

/** Without loopback, multicast and the laptop's own addresses. The metric is the sum that Windows compares. */
export function routesOf(snapshot: WindowsSnapshot): RouteFact[] | null {
  if (snapshot.routes === null) return null;
  return snapshot.routes.flatMap((route) => {
    const gateway = route.NextHop ?? "";
    const family = familyOf(route.DestinationPrefix.replace(/\/.*$/u, ""));
    const via = gateway === "0.0.0.0" || gateway === "::" || isIP(gateway) === 0 ? null : withoutZone(gateway);
    if (!inForce(route.Store) || !isOrdinaryRoute(route.DestinationPrefix, via)) return [];
    const own = snapshot.interfaces?.find(
      (entry) => entry.InterfaceIndex === route.InterfaceIndex && entry.AddressFamily === (family === 6 ? 23 : 2),
    );
    const metric = (route.RouteMetric ?? 0) + (own?.InterfaceMetric ?? 0);
    return [
      {
        family,
        destination: route.DestinationPrefix,
        gateway: via,
        interface: nameOf(snapshot, route.InterfaceIndex),
        metric,
      },
    ];
  });
}
