import type { Observation } from "../../../src/evidence/schema.ts";
import { base } from "./base.ts";
import type { World } from "../world.ts";

export function laptop(world: World): Observation[] {
  return [
    ...world.interfaces.map((evidence): Observation => ({
      ...base(`interface:${evidence.name}`),
      collector: "interface",
      evidence,
    })),
    ...(world.lease === null
      ? []
      : [
          {
            ...base("lease:eth0"),
            collector: "lease",
            evidence: {
              interface: "eth0",
              dhcp: true,
              server: null,
              routers: [],
              dns: [],
              obtainedAt: null,
              expiresAt: null,
              source: "test",
              ...world.lease,
            },
          } satisfies Observation,
        ]),
    { ...base("routes"), collector: "routes", evidence: { routes: world.routes } },
    {
      ...base("resolvers"),
      collector: "resolvers",
      evidence: {
        servers: world.resolvers.map((address) => ({ address, port: 53, interface: null, source: "test" })),
        search: [],
      },
    },
    { ...base("hosts-file"), collector: "hostsFile", evidence: { path: "/etc/hosts", overrides: world.hostsFile } },
    {
      ...base("proxy-config"),
      collector: "proxyConfig",
      evidence: {
        settings: [
          ...(world.proxy === null
            ? []
            : [{ source: "environment" as const, scheme: "http" as const, value: "192.168.1.9:3128", valid: true }]),
          ...(world.proxySetting === null
            ? []
            : [{ source: "environment" as const, scheme: "http" as const, value: world.proxySetting, valid: false }]),
        ],
        bypass: [],
      },
    },
    ...(world.proxy === null
      ? []
      : [
          {
            ...base("proxy:192.168.1.9:3128"),
            collector: "proxy",
            evidence: {
              host: "192.168.1.9",
              port: 3128,
              source: "environment",
              reachable: world.proxy.reachable,
              relays: world.proxy.relays,
              status: world.proxy.reachable ? 407 : null,
            },
          } satisfies Observation,
        ]),
    {
      ...base("local-agent:8987"),
      collector: "localAgent",
      evidence: { system: "sign_local", address: "127.0.0.1", port: 8987, listening: world.agent },
    },
  ];
}
