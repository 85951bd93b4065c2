import { cidrOf } from "../../address.ts";
import type { RouteFact } from "../../facts.ts";
import type { RouteRow } from "../native/tables.ts";
import { isOrdinaryRoute } from "../routes.ts";
import { isLoopback, type Joined } from "./interfaces.ts";
import { familyOf } from "../../../../base/family.ts";

/** Without loopback, multicast and the laptop's own addresses. The metric is the sum that Windows compares. */
export function routesOf(rows: readonly RouteRow[], adapters: readonly Joined[]): RouteFact[] {
  return rows.flatMap((row) => {
    const own = adapters.find((one) => one.index === row.index);
    const destination = cidrOf(row.destination, row.prefix);
    const gateway = row.nextHop === "" || row.nextHop === "0.0.0.0" || row.nextHop === "::" ? null : row.nextHop;
    const idle = own === undefined || isLoopback(own) || row.loopback;
    if (destination === null || idle || !isOrdinaryRoute(destination, gateway)) return [];
    const family = familyOf(row.destination);
    const metric = row.metric + ((family === 6 ? own.adapter?.metric6 : own.adapter?.metric4) ?? 0);
    return [{ family, destination, gateway, interface: own.name, metric }];
  });
}
