import type { Profile, System } from "../../src/profile/schema.ts";
import { HOST, INTERNET, RESOLVER } from "./map.ts";
import { PAGE, PROBE_BODY } from "./servers/town.ts";

type Endpoints = System["endpoints"];

const BODY = PAGE.slice(PAGE.indexOf("QBRECOVER"), -1);

function https(host: string): Endpoints {
  return [
    {
      protocol: "https",
      host,
      port: 443,
      path: "/",
      expect: { status: [200], bodyIncludes: BODY, tls: "strict" },
      network: "internet",
    },
  ];
}

function system(
  id: string,
  scope: System["scope"],
  criticality: System["criticality"],
  endpoints: Endpoints,
  more: Partial<System> = {},
): System {
  return {
    id,
    name: { vi: `Hệ thống ${id}`, en: `System ${id}` },
    criticality,
    status: "active",
    scope,
    evidence: "made by the fault laboratory",
    lastVerified: null,
    enabled: true,
    endpoints,
    ...more,
  };
}

/** Systems of the province's data centre, in the profile's order. */
export const PROVINCE = ["onestop", "docs", "reports", "www", "mail"] as const;
/** National systems, elsewhere on the Internet. */
export const NATIONAL = ["dvcqg", "sso", "sign_tsa", "sign_ocsp", "video"] as const;
export const ALL_SYSTEMS = [...PROVINCE, ...NATIONAL] as const;

/** What the product is told to test in the laboratory. */
export const LAB_PROFILE: Profile = {
  id: "lab",
  version: "1",
  name: { vi: "Phòng thử nghiệm sự cố", en: "Fault laboratory" },
  issuedBy: "test/lab",
  issuedOn: "2026-01-01",
  validUntil: null,
  unitList: "lab",
  controls: {
    resolvers: [
      { address: RESOLVER.domestic, port: 53, label: "domestic", region: "domestic" },
      { address: RESOLVER.foreign, port: 53, label: "foreign", region: "foreign" },
    ],
    ipTargets: [
      { address: INTERNET.controlDomestic, port: 443, label: "domestic 1", region: "domestic" },
      { address: INTERNET.controlDomestic2, port: 443, label: "domestic 2", region: "domestic" },
      { address: INTERNET.controlForeign, port: 443, label: "foreign 1", region: "foreign" },
      { address: INTERNET.controlForeign2, port: 443, label: "foreign 2", region: "foreign" },
    ],
    knownName: HOST.known,
    httpProbe: { host: HOST.probe, port: 80, path: "/probe.txt", status: 200, bodyIncludes: PROBE_BODY.trim() },
    stun: [{ host: HOST.stun2, port: 3478 }],
  },
  systems: [
    system("onestop", "province", "onestop", https(HOST.onestop)),
    system("docs", "province", "shared", https(HOST.docs)),
    system("reports", "province", "other", https(HOST.reports)),
    system("www", "province", "other", [
      {
        protocol: "http",
        host: HOST.www,
        port: 80,
        path: "/",
        expect: { status: [200], bodyIncludes: BODY },
        network: "internet",
      },
    ]),
    system("mail", "province", "shared", [
      { protocol: "smtp", host: HOST.mail, port: 587, network: "internet" },
      { protocol: "imaps", host: HOST.mail, port: 993, network: "internet" },
    ]),
    system("dvcqg", "national", "shared", https(HOST.dvcqg)),
    system("sso", "national", "shared", https(HOST.sso)),
    system("sign_tsa", "national", "shared", [
      { protocol: "tsa", host: HOST.tsa, port: 80, path: "/", network: "internet" },
    ]),
    system("sign_ocsp", "national", "shared", [
      { protocol: "ocsp", host: HOST.ocsp, port: 80, path: "/", network: "internet" },
    ]),
    system("video", "national", "shared", [{ protocol: "stun", host: HOST.stun, port: 3478, network: "internet" }]),
    // Its name no longer exists, which is no fault.
    system("old_portal", "province", "other", https(HOST.retired), { status: "retired", supersededBy: "dvcqg" }),
    system("lgsp", "province", "other", [], {
      enabled: false,
      notTestable: { ask: { vi: "Hỏi trung tâm dữ liệu", en: "Ask the data centre" } },
    }),
  ],
};

/** The profile with more expected of the first endpoint of one system. */
export function expecting(profile: Profile, id: string, more: NonNullable<Endpoints[number]["expect"]>): Profile {
  return {
    ...profile,
    systems: profile.systems.map((one) =>
      one.id === id
        ? {
            ...one,
            endpoints: one.endpoints.map((endpoint) => ({ ...endpoint, expect: { ...endpoint.expect, ...more } })),
          }
        : one,
    ),
  };
}
