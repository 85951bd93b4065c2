import { OFFICE } from "./addresses.ts";
import type { LaptopPlan } from "./plan.ts";
import type { Running } from "./servers/listen.ts";
import { startProxy } from "./servers/proxy.ts";
import { refusingPort } from "./servers/refuse.ts";

/**
 * The proxy that the practice laptop has set, if any: one that is gone, or one that lives and turns everything away.
 */
export async function startPracticeProxy(kind: LaptopPlan["proxy"]): Promise<Running | null> {
  if (kind === "none") return null;
  if (kind === "dead") return { ...(await refusingPort(OFFICE.gateway)), close: () => Promise.resolve() };
  return startProxy({ address: OFFICE.gateway, port: 0, behaviour: { mode: "deny", status: 403 } });
}
