import { randomBytes } from "node:crypto";
import {
  createAuthority,
  type Authority,
  type CertificateFault,
  type Identity,
} from "../../../src/practice/servers/authority.ts";
import { DC, HOST, INTERNET, OFFICE, RESOLVER, ZONE, type Role } from "../map.ts";
import type { Service } from "./service.ts";

/** What all pages of the laboratory say, and what the profile expects. */
export const PAGE = "<!doctype html><title>He thong thong tin</title>QBRECOVER-LAB-OK\n";
/** A page of ordinary size: large enough to load the line with, so that its queues can be seen. */
const LARGE_PAGE = `${PAGE}${"<p>Noi dung trang tin dien tu cua tinh.</p>\n".repeat(1000)}`;
/** The plain page with known content. */
export const PROBE_BODY = "qbrecover-probe-ok\n";

export interface Certifier {
  readonly own: Authority;
  /** Signs what a stranger in the middle presents. */
  readonly foreign: Authority;
  identity(host: string, fault?: CertificateFault): Promise<Identity>;
}

// A chain longer than one TCP segment, as the real ones are: otherwise a fault of the path MTU never bites.
const PADDING = Array.from(
  { length: 5 },
  (_, index) => `${"ten-mien-du-phong-rat-dai.".repeat(8)}so-${index}.tinh.test`,
);

export async function createCertifier(): Promise<Certifier> {
  const now = (): number => Date.now();
  const own = await createAuthority({ name: "Lab Root CA", now, randomBytes });
  const foreign = await createAuthority({ name: "Stranger Inspection CA", now, randomBytes });
  return { own, foreign, identity: (host, fault = "none") => own.leaf({ names: [host, ...PADDING], fault }) };
}

/** Every server of a healthy world, by namespace. */
export async function townServices(certifier: Certifier): Promise<ReadonlyMap<Role, readonly Service[]>> {
  const web = async (name: keyof typeof HOST, address: string): Promise<Service> => ({
    kind: "https",
    name,
    address,
    port: 443,
    identity: await certifier.identity(HOST[name]),
    behaviour: { body: PAGE },
  });
  const control = async (name: string, address: string): Promise<Service> => ({
    kind: "https",
    name,
    address,
    port: 443,
    identity: await certifier.identity(address === INTERNET.controlDomestic ? HOST.known : address),
    behaviour: { body: PAGE },
  });
  const dns = (name: string, address: string): Service => ({
    kind: "dns",
    name,
    address,
    port: 53,
    behaviour: { zone: ZONE },
  });
  const mail = await certifier.identity(HOST.mail);
  return new Map<Role, readonly Service[]>([
    ["isp", [dns("resolver", RESOLVER.isp)]],
    [
      "internet",
      [
        dns("domesticResolver", RESOLVER.domestic),
        dns("foreignResolver", RESOLVER.foreign),
        await control("controlDomestic", INTERNET.controlDomestic),
        await control("controlDomestic2", INTERNET.controlDomestic2),
        await control("controlForeign", INTERNET.controlForeign),
        await control("controlForeign2", INTERNET.controlForeign2),
        await web("dvcqg", INTERNET.dvcqg),
        await web("sso", INTERNET.sso),
        { kind: "tsa", name: "tsa", address: INTERNET.tsa, port: 80, behaviour: {} },
        { kind: "ocsp", name: "ocsp", address: INTERNET.ocsp, port: 80, behaviour: {} },
        {
          kind: "http",
          name: "probe",
          address: INTERNET.probe,
          port: 80,
          behaviour: { body: PROBE_BODY, headers: { "content-type": "text/plain" } },
        },
        { kind: "stun", name: "stun", address: INTERNET.stun, port: 3478, behaviour: {} },
        { kind: "stun", name: "stun2", address: INTERNET.stun2, port: 3478, behaviour: {} },
        {
          kind: "http",
          name: "portal",
          address: INTERNET.portal,
          port: 80,
          behaviour: { body: "<title>Quang cao</title>" },
        },
      ],
    ],
    [
      "dc",
      [
        await web("onestop", DC.onestop),
        await web("docs", DC.docs),
        await web("reports", DC.reports),
        { kind: "http", name: "www", address: DC.www, port: 80, behaviour: { body: LARGE_PAGE } },
        { kind: "smtp", name: "smtp", address: DC.mail, port: 587, identity: mail, behaviour: {} },
        { kind: "imaps", name: "imaps", address: DC.mail, port: 993, identity: mail, behaviour: {} },
      ],
    ],
    [
      "printer",
      [
        { kind: "silent", name: "jetdirect", address: OFFICE.printer, port: 9100 },
        {
          kind: "mdns",
          name: "mdns",
          address: OFFICE.printer,
          port: 5353,
          device: "May in mot cua",
          service: "_ipp._tcp.local",
        },
      ],
    ],
    ["pc", [{ kind: "silent", name: "smb", address: OFFICE.pc, port: 445 }]],
    // The router's own page, as every router has one.
    [
      "router",
      [
        {
          kind: "http",
          name: "admin",
          address: OFFICE.router,
          port: 80,
          behaviour: { body: "<title>Router</title>", status: 401 },
        },
      ],
    ],
  ]);
}
