import type { ObservationOf } from "../../evidence/schema.ts";
import { isPage } from "../../profile/protocols.ts";
import { probeEndpoint } from "../endpoint/index.ts";
import type { EndpointTools } from "../endpoint/input.ts";
import { endpointLimits } from "./limits.ts";
import type { Names } from "./names.ts";
import { planResolver } from "./plan-resolver.ts";
import type { Target } from "./targets.ts";
import type { Work } from "./work.ts";

/** A configured proxy that could be connected to. */
export interface WorkingProxy {
  readonly address: string;
  readonly port: number;
  readonly seen: ObservationOf<"proxy">;
}

/**
 * The web endpoints once more, as a browser sees them that keeps to the system's proxy. The direct way is observed by
 * its own probe; the two together tell a bad proxy from a bad line. Ids end in `:proxy`.
 */
export async function probeThroughProxy(
  work: Work,
  names: Names,
  targets: readonly Target[],
  proxies: readonly WorkingProxy[],
): Promise<void> {
  const proxy = proxies.find((one) => one.seen.evidence.relays !== false);
  if (proxy === undefined) return;
  const { address, port } = proxy;
  const reach = { via: "proxy", address, port } as const;
  const tools: EndpointTools = {
    resolver: planResolver(work, names),
    timeouts: work.timeouts,
    trust: work.trust,
  };
  await Promise.all(
    targets.filter(isForBrowser).map(async ({ system, index, endpoint, family }) => {
      if (bypassed(work.laptop.proxyBypass, endpoint.host)) return;
      const seen = await probeEndpoint(
        work.context,
        { system: system.id, index, endpoint, family, reach },
        tools,
        endpointLimits(work.budget),
      );
      work.recorder.add(seen);
    }),
  );
}

function isForBrowser({ endpoint, family }: Target): boolean {
  return family === 4 && isPage(endpoint.protocol);
}

/**
 * Is a host left out of the proxy by the list of exceptions (`*.gov.vn`, `.gov.vn`, `gov.vn`, `<local>`, `*`)? Pure.
 */
export function bypassed(list: readonly string[], host: string): boolean {
  return list.some((entry) => {
    const rule = entry.trim().toLowerCase();
    if (rule === "*") return true;
    if (rule === "<local>") return !host.includes(".");
    const suffix = rule.replace(/^\*?\.?/u, "");
    return suffix !== "" && (host.toLowerCase() === suffix || host.toLowerCase().endsWith(`.${suffix}`));
  });
}
