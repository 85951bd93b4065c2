import type {
  EndpointInput,
  EndpointLimits,
  EndpointObservation,
  EndpointTools,
} from "../../../src/collect/endpoint/input.ts";
import { probeEndpoint } from "../../../src/collect/endpoint/index.ts";
import { createTrustStore } from "../../../src/collect/endpoint/trust.ts";
import { createTimeoutPolicy } from "../../../src/collect/net/timeout-policy.ts";
import type { CollectContext } from "../../../src/collect/context/context.ts";
import type { Resolver } from "../../../src/collect/dns/resolver.ts";
import type { Endpoint } from "../../../src/profile/schema.ts";
import { isIP } from "node:net";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { testContext } from "./context.ts";

const LIMITS: EndpointLimits = { connectMs: 2000, tlsMs: 800, answerMs: 800, totalMs: 5000 };

export interface Wanted {
  readonly endpoint: Pick<Endpoint, "protocol" | "port"> & Partial<Endpoint>;
  /** Where the endpoint was found. */
  readonly address?: string;
  /** Names that the resolver knows for redirects; literals always work. */
  readonly names?: Readonly<Record<string, string>>;
  readonly trust?: readonly string[];
  readonly proxy?: { readonly address: string; readonly port: number };
  readonly limits?: Partial<EndpointLimits>;
  readonly family?: 4 | 6;
  readonly context?: CollectContext;
}

export function fixedNames(names: Readonly<Record<string, string>>): Resolver {
  return {
    resolve: (host, family) => {
      const address = isIP(host) === 0 ? names[host] : host;
      if (address === undefined)
        return Promise.resolve({ ok: false, code: "NXDOMAIN", resolvedBy: "test", durationMs: 1 });
      if (isIP(address) !== family)
        return Promise.resolve({ ok: false, code: "NODATA", resolvedBy: "test", durationMs: 1 });
      return Promise.resolve({ ok: true, addresses: [address], resolvedBy: "test", durationMs: 1 });
    },
  };
}

function reachOf({ proxy, address = "127.0.0.1" }: Wanted): EndpointInput["reach"] {
  if (proxy !== undefined) return { via: "proxy", ...proxy };
  return { via: "direct", address, resolvedBy: "test", durationMs: 1, beside: false };
}

/** Probes an endpoint on loopback, `one.test` by default, and checks the observation against its schema. */
export async function probe(wanted: Wanted): Promise<EndpointObservation> {
  const context = wanted.context ?? testContext();
  const input: EndpointInput = {
    system: "s",
    index: 0,
    family: wanted.family ?? 4,
    endpoint: { host: "one.test", network: "local", ...wanted.endpoint },
    reach: reachOf(wanted),
  };
  const tools: EndpointTools = {
    resolver: fixedNames(wanted.names ?? {}),
    timeouts: createTimeoutPolicy("linux"),
    trust: createTrustStore(wanted.trust ?? []),
  };
  const seen = await probeEndpoint(context, input, tools, { ...LIMITS, ...wanted.limits });
  observationSchema.parse(seen);
  return seen;
}
