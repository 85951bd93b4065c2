import type { DnsZone } from "../../src/practice/servers/dns-zone.ts";

/**
 * The miniature world of the laboratory: who is where. Documentation and shared address space only (RFC 5737, RFC 6598,
 * RFC 1918, RFC 3849): nothing of it is ever routed outside.
 */

export const ROLES = ["laptop", "switch", "printer", "pc", "router", "isp", "internet", "dc"] as const;
export type Role = (typeof ROLES)[number];

export const OFFICE = {
  prefix: "192.168.77.0/24",
  router: "192.168.77.1",
  printer: "192.168.77.20",
  pc: "192.168.77.30",
  /** First address of the DHCP pool; the laptop is the only client. */
  laptop: "192.168.77.100",
} as const;

/** Carrier line between router and carrier: a point-to-point link without ARP, like PPPoE. */
export const LINE = { router: "100.64.7.2", isp: "100.64.7.1" } as const;
export const CORE = { isp: "100.64.8.1", internet: "100.64.8.2" } as const;
export const DC_LINK = { internet: "100.64.9.1", dc: "100.64.9.2" } as const;

export const MAC: Readonly<Record<string, string>> = {
  laptop: "54:e1:ad:00:77:64",
  printer: "3c:d9:2b:00:77:14",
  pc: "d4:be:d9:00:77:1e",
  router: "74:4d:28:00:77:01",
  stranger: "00:e0:4c:00:77:99",
};

export const RESOLVER = { isp: "100.64.1.53", domestic: "203.0.113.53", foreign: "198.51.100.53" } as const;

export const INTERNET = {
  controlDomestic: "203.0.113.11",
  controlDomestic2: "203.0.113.12",
  controlForeign: "198.51.100.11",
  controlForeign2: "198.51.100.12",
  probe: "203.0.113.80",
  dvcqg: "203.0.113.30",
  sso: "203.0.113.31",
  tsa: "203.0.113.40",
  ocsp: "203.0.113.41",
  stun: "203.0.113.50",
  stun2: "203.0.113.51",
  /** Where rewritten and hijacked names lead to. */
  portal: "203.0.113.200",
} as const;

export const DC = {
  onestop: "192.0.2.10",
  docs: "192.0.2.11",
  reports: "192.0.2.12",
  www: "192.0.2.13",
  mail: "192.0.2.25",
  /** A server that was switched off long ago: stale records lead to it. */
  abandoned: "192.0.2.99",
} as const;

/** Same hosts over IPv6, where a scenario gives the office IPv6. */
export const V6 = {
  office: "2001:db8:77::/64",
  router: "2001:db8:77::1",
  laptop: "2001:db8:77::64",
  line: { router: "2001:db8:7::2", isp: "2001:db8:7::1" },
  core: { isp: "2001:db8:8::1", internet: "2001:db8:8::2" },
  dcLink: { internet: "2001:db8:9::1", dc: "2001:db8:9::2" },
  onestop: "2001:db8:d::10",
  docs: "2001:db8:d::11",
} as const;

export const HOST = {
  onestop: "motcua.tinh.test",
  docs: "vanban.tinh.test",
  reports: "baocao.tinh.test",
  www: "www.tinh.test",
  mail: "mail.tinh.test",
  dvcqg: "dichvucong.quocgia.test",
  sso: "xacthuc.quocgia.test",
  tsa: "tsa.quocgia.test",
  ocsp: "ocsp.quocgia.test",
  stun: "stun.quocgia.test",
  stun2: "stun2.quocgia.test",
  known: "known.quocgia.test",
  probe: "probe.quocgia.test",
  retired: "cu.tinh.test",
  portal: "portal.nhamang.test",
} as const;

/** What every honest resolver answers. */
export const ZONE: DnsZone = {
  [HOST.onestop]: { a: [DC.onestop] },
  [HOST.docs]: { a: [DC.docs] },
  [HOST.reports]: { a: [DC.reports] },
  [HOST.www]: { a: [DC.www] },
  [HOST.mail]: { a: [DC.mail] },
  [HOST.dvcqg]: { a: [INTERNET.dvcqg] },
  [HOST.sso]: { a: [INTERNET.sso] },
  [HOST.tsa]: { a: [INTERNET.tsa] },
  [HOST.ocsp]: { a: [INTERNET.ocsp] },
  [HOST.stun]: { a: [INTERNET.stun] },
  [HOST.stun2]: { a: [INTERNET.stun2] },
  [HOST.known]: { a: [INTERNET.controlDomestic] },
  [HOST.probe]: { a: [INTERNET.probe] },
  [HOST.portal]: { a: [INTERNET.portal] },
};
