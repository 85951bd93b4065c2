import type { PractisedCause } from "../text/practice.ts";
import type { Endpoint, Profile, System } from "../profile/schema.ts";
import { createAddresses, type ServiceScope } from "./addresses.ts";
import type { CertificateFault } from "./servers/authority.ts";
import type { DnsBehaviour } from "./servers/dns-answer.ts";
import type { WebBehaviour } from "./servers/web.ts";

/** Whom a server's certificate comes from and what is wrong with it. */
export interface CertificatePlan {
  readonly fault: CertificateFault;
  /** `foreign`: an authority that nobody trusts, as an inspecting box or a portal has one. */
  readonly authority: "own" | "foreign";
  /** Another name than the host's; null for the right one. */
  readonly name: string | null;
  readonly daysLeft: number;
}

/** One server of the practice office. */
export interface ServicePlan {
  /** `dns`, `probe`, …, or SYSTEM/INDEX for an endpoint of the profile. */
  readonly id: string;
  readonly kind: Endpoint["protocol"];
  readonly scope: ServiceScope;
  /** Name that the office's DNS gives for it; null for a server that is found by address. */
  readonly host: string | null;
  readonly address: string;
  /**
   * Listens on the same port as this service, where the machine lets it: targets abroad and at home are held against
   * each other by port.
   */
  readonly portOf: string | null;
  /**
   * `refused`: nobody listens; `silent`: connections vanish; `hangs`: accepts and never says a word; `resets`: cuts at
   * the first byte.
   */
  readonly reach: "open" | "refused" | "silent" | "hangs" | "resets";
  readonly implicitTls: boolean;
  readonly certificate: CertificatePlan;
  readonly web: Partial<WebBehaviour>;
  /** Every request is sent to this path of the portal, as a box on the way does. */
  readonly toPortal: string | null;
  readonly dns: Partial<DnsBehaviour>;
}

/** What the office's laptop says of itself. */
export interface LaptopPlan {
  readonly link: "up" | "noCarrier" | "disabled" | "absent" | "noLease" | "noRoute";
  /** Services that the laptop has as DNS servers, in order. */
  readonly resolvers: readonly string[];
  /** Host of an endpoint that its hosts file sends elsewhere. */
  readonly hostsOverride: { readonly name: string; readonly address: string } | null;
  /** A proxy is set: nobody answers there, or it turns every request away. */
  readonly proxy: "none" | "dead" | "denies";
}

/** A whole practice office before anything is started. A fault is a function from one plan to another. */
export interface OfficePlan {
  readonly services: readonly ServicePlan[];
  readonly laptop: LaptopPlan;
  /** Milliseconds that the clock of all servers is ahead of the laptop's. */
  readonly clockAheadMs: number;
  /** Names that no resolver knows, though the profile asks for them. */
  readonly missingNames: readonly string[];
  /** Addresses at which something else than the right server answers: the false end of a hijacked name. */
  readonly elsewhere: { readonly wrong: string; readonly old: string };
  /**
   * Something is started at those addresses, on the port of this service: a stranger's page, or nothing that answers.
   */
  readonly decoy: { readonly service: string; readonly kind: "stranger" | "blackHole" } | null;
}

export interface FaultPlan {
  readonly name: string;
  readonly cause: PractisedCause;
  change(plan: OfficePlan): OfficePlan;
}

const GOOD_CERTIFICATE: CertificatePlan = { fault: "none", authority: "own", name: null, daysLeft: 90 };

/** Ids of the servers that no system of the profile stands for. */
export const EXTRA = {
  resolver: "dns",
  secondResolver: "dns-second",
  domesticResolver: "dns-domestic",
  foreignResolver: "dns-foreign",
  domesticTarget: "target-domestic",
  foreignTarget: "target-foreign",
  probe: "probe",
  stun: "stun",
  /** Login page of a captive portal, or the notice of a suspended line: reached only where a fault leads there. */
  portal: "portal",
} as const;

const PORTAL_PAGE = '<!doctype html><meta charset="utf-8"><title>Đăng nhập / Log in</title>\n';

/** What every server of the healthy office has in common. */
const PLAIN = {
  portOf: null,
  reach: "open",
  implicitTls: false,
  certificate: GOOD_CERTIFICATE,
  web: {},
  toPortal: null,
  dns: {},
} as const;

type MakeService = (id: string, kind: ServicePlan["kind"], scope: ServiceScope, host: string | null) => ServicePlan;

/**
 * The healthy office: a server for every endpoint that the profile enables, resolvers, and targets to hold them
 * against.
 */
export function healthyPlan(profile: Profile, platform: NodeJS.Platform): OfficePlan {
  const addresses = createAddresses(platform);
  const service: MakeService = (id, kind, scope, host) => ({
    ...PLAIN,
    id,
    kind,
    scope,
    host,
    address: addresses.of(scope, host ?? id),
  });
  const systems = profile.systems.filter((system) => system.enabled);
  const { httpProbe, stun } = profile.controls;
  return {
    services: [
      ...systems.flatMap((system) =>
        system.endpoints.map((endpoint, index) => ({
          ...service(
            `${system.id}/${index}`,
            endpoint.protocol,
            system.scope,
            endpoint.network === "local" ? null : endpoint.host,
          ),
          implicitTls: endpoint.implicitTls === true,
          web: { body: pageOf(system) },
        })),
      ),
      service(EXTRA.resolver, "dns", "carrier", null),
      service(EXTRA.secondResolver, "dns", "carrier", null),
      service(EXTRA.domesticResolver, "dns", "domestic", null),
      service(EXTRA.foreignResolver, "dns", "foreign", null),
      service(EXTRA.domesticTarget, "https", "domestic", null),
      { ...service(EXTRA.foreignTarget, "https", "foreign", null), portOf: EXTRA.domesticTarget },
      {
        ...service(EXTRA.probe, "http", "foreign", httpProbe.host),
        web: { pages: { [httpProbe.path]: { status: httpProbe.status, body: httpProbe.bodyIncludes ?? "" } } },
      },
      { ...service(EXTRA.portal, "http", "carrier", "dangnhap.luyentap.test"), web: { body: PORTAL_PAGE } },
      service(EXTRA.stun, "stun", "foreign", stun?.[0]?.host ?? null),
    ],
    laptop: { link: "up", resolvers: [EXTRA.resolver], hostsOverride: null, proxy: "none" },
    clockAheadMs: 0,
    missingNames: [],
    elsewhere: { wrong: addresses.of("carrier", "wrong"), old: addresses.of("carrier", "old") },
    decoy: null,
  };
}

function pageOf(system: System): string {
  return (
    `<!doctype html><meta charset="utf-8"><title>${system.name.vi}</title><p>${system.name.vi} / ${system.name.en} ` +
    `(${system.id})</p>\n`
  );
}
