import type { ObservationOf } from "../../evidence/schema.ts";
import { probeEndpoint } from "../endpoint/index.ts";
import type { EndpointTools } from "../endpoint/input.ts";
import { urlOf } from "./automatic-proxy.ts";
import { endpointLimits } from "./limits.ts";
import type { Names } from "./names.ts";
import type { Endpoint } from "../../profile/schema.ts";
import { planResolver } from "./plan-resolver.ts";
import { bypassed } from "./proxy-bypass.ts";
import type { PlannedEndpoint } from "./targets.ts";
import type { Work } from "./work.ts";

export { bypassed };

/** A configured proxy that could be connected to. */
export interface WorkingProxy {
  readonly address: string;
  readonly port: number;
  /** What it is set for: plain HTTP, encrypted pages, or both. */
  readonly schemes: readonly ("http" | "https")[];
  readonly seen: ObservationOf<"proxy">;
  /** The pages that the system's script sends through it; null: all that no exception names. */
  readonly pages: ReadonlySet<string> | null;
}

/**
 * The web endpoints once more, as a browser sees them that keeps to the system's proxy. The direct way is observed by
 * its own probe; the two together tell a bad proxy from a bad line. Ids end in `:proxy`.
 */
export async function probeThroughProxy(
  work: Work,
  names: Names,
  targets: readonly PlannedEndpoint[],
  proxies: readonly WorkingProxy[],
): Promise<void> {
  const usable = proxies.filter((one) => one.seen.evidence.relays !== false);
  const tools: EndpointTools = {
    resolver: planResolver(work, names),
    timeouts: work.timeouts,
    trust: work.trust,
  };
  await Promise.all(
    targets.map(async ({ system, index, endpoint, family }) => {
      const scheme = SCHEME_OF[endpoint.protocol];
      const { host, port } = endpoint;
      const isFor = ({ schemes, seen, pages }: WorkingProxy): boolean => {
        if (scheme === undefined) return false;
        if (pages !== null) return pages.has(urlOf(endpoint) ?? "");
        const exact = seen.evidence.source === "windowsRegistry";
        return schemes.includes(scheme) && !bypassed(work.laptop.proxyBypass, host, { port, scheme, exact });
      };
      const proxy = usable.find(isFor);
      if (proxy === undefined || family !== 4) return;
      const reach = { via: "proxy", address: proxy.address, port: proxy.port } as const;
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

/** Which setting of the system a protocol goes by; signing programs take the system's proxy for plain HTTP, too. */
const SCHEME_OF: Partial<Record<Endpoint["protocol"], "http" | "https">> = {
  https: "https",
  http: "http",
  tsa: "http",
  ocsp: "http",
};
