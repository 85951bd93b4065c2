import type { Profile, System } from "../../src/profile/schema.ts";
import { profileSchema } from "../../src/profile/schema.ts";

/** A province like the real ones, on addresses kept for documentation (RFC 5737). */

type Scope = System["scope"];

function system(
  id: string,
  scope: Scope,
  criticality: System["criticality"],
  endpoints: System["endpoints"],
  rest: Partial<System> = {},
): System {
  return {
    id,
    name: { vi: `Hệ thống ${id}`, en: `System ${id}` },
    criticality,
    status: "active",
    scope,
    evidence: "test",
    lastVerified: null,
    enabled: true,
    endpoints,
    ...rest,
  };
}

const https = (host: string): System["endpoints"][number] => ({
  protocol: "https",
  host,
  port: 443,
  path: "/",
  network: "internet",
});

export const PROFILE: Profile = profileSchema.parse({
  id: "test-province",
  version: "1",
  name: { vi: "Tỉnh thử", en: "Test province" },
  issuedBy: "test",
  issuedOn: "2026-01-01",
  validUntil: null,
  unitList: "test",
  controls: {
    resolvers: [
      { address: "192.0.2.53", port: 53, label: "domestic resolver", region: "domestic" },
      { address: "192.0.2.153", port: 53, label: "foreign resolver", region: "foreign" },
    ],
    ipTargets: [
      { address: "192.0.2.10", port: 443, label: "domestic", region: "domestic" },
      { address: "192.0.2.110", port: 443, label: "foreign 1", region: "foreign" },
      { address: "192.0.2.111", port: 443, label: "foreign 2", region: "foreign" },
    ],
    knownName: "known.test",
    httpProbe: { host: "check.test", port: 80, path: "/", status: 200, bodyIncludes: "known content" },
  },
  systems: [
    system("onestop", "province", "onestop", [https("motcua.tinh.test")]),
    system("docs", "province", "shared", [https("vanban.tinh.test")]),
    system("mail", "province", "shared", [
      https("mail.tinh.test"),
      { protocol: "smtp", host: "mail.tinh.test", port: 587, network: "internet" },
      { protocol: "imaps", host: "mail.tinh.test", port: 993, network: "internet" },
    ]),
    system("portal", "province", "other", [https("portal.tinh.test")]),
    system("vc", "province", "shared", [
      https("hop.tinh.test"),
      { protocol: "stun", host: "hop.tinh.test", port: 3478, network: "internet" },
    ]),
    system("dvcqg", "national", "shared", [https("dvc.quocgia.test")]),
    system("sso", "national", "shared", [https("sso.quocgia.test")]),
    system("sign_tsa", "national", "shared", [
      { protocol: "tsa", host: "tsa.quocgia.test", port: 80, path: "/", network: "internet" },
    ]),
    system("sign_ocsp", "national", "shared", [
      { protocol: "ocsp", host: "ocsp.quocgia.test", port: 80, path: "/", network: "internet" },
    ]),
    system("sign_local", "local", "shared", [{ protocol: "tcp", host: "127.0.0.1", port: 8987, network: "local" }]),
    system("truc", "national", "shared", [], {
      notTestable: { ask: { vi: "Hỏi văn bản mới nhất", en: "Ask for the newest document" } },
    }),
    system("ncovi", "national", "other", [https("ncovi.test")], { status: "retired" }),
    system("extra", "national", "other", [https("extra.test")], { enabled: false }),
  ],
});

/** Where each name leads when nobody lies. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  "motcua.tinh.test": "203.0.113.10",
  "vanban.tinh.test": "203.0.113.11",
  "mail.tinh.test": "203.0.113.12",
  "portal.tinh.test": "203.0.113.13",
  "hop.tinh.test": "203.0.113.14",
  "dvc.quocgia.test": "198.51.100.10",
  "sso.quocgia.test": "198.51.100.11",
  "tsa.quocgia.test": "198.51.100.20",
  "ocsp.quocgia.test": "198.51.100.21",
  "known.test": "192.0.2.80",
  "check.test": "192.0.2.81",
};
