import { isMail, isPlainHttp, isSigning } from "../profile/protocols.ts";
import type { PractisedCause } from "../text/practice.ts";
import {
  EXTRA,
  type CertificatePlan,
  type FaultPlan,
  type LaptopPlan,
  type OfficePlan,
  type ServicePlan,
} from "./plan.ts";
import type { DnsBehaviour } from "./servers/dns-answer.ts";
import type { WebBehaviour } from "./servers/web.ts";

/** The system that a fault of one server strikes. */
const VICTIM = "onestop/0";
const DAY_MS = 86_400_000;

/**
 * Every fault that can be practised. Each is really made, by servers and sockets or by what the laptop says of itself;
 * none is a recording.
 */
export const FAULTS: readonly FaultPlan[] = [
  // the laptop and its cable
  fault("INTERFACE_DISABLED", alone("disabled")),
  fault("LINK_DOWN", alone("noCarrier")),
  fault("NO_USABLE_INTERFACE", alone("absent")),
  fault("HOSTS_FILE_OVERRIDE", (plan) => ({
    ...stranger(plan),
    laptop: { ...plan.laptop, hostsOverride: { name: hostOf(plan, VICTIM), address: plan.elsewhere.wrong } },
  })),
  fault(
    "SIGNING_AGENT_MISSING",
    reach((service) => service.id === "sign_local/0", "refused"),
  ),
  fault("CLOCK_WRONG", (plan) => ({ ...plan, clockAheadMs: 400 * DAY_MS })),
  fault("PROXY_DEAD", laptop({ proxy: "dead" })),
  fault("PROXY_REFUSES", laptop({ proxy: "denies" })),
  // the office's network
  fault("DHCP_NO_LEASE", alone("noLease")),
  fault("NO_DEFAULT_ROUTE", alone("noRoute")),
  fault("NO_DNS_CONFIGURED", laptop({ resolvers: [] })),
  fault("TLS_INTERCEPTED", (plan) => certificate(plan, isSecureSystem, { authority: "foreign" })),
  fault("CAPTIVE_PORTAL", (plan) =>
    certificate(toPortal(plan, isWeb, "/dangnhap"), isSecureSystem, {
      authority: "foreign",
      name: "dangnhap.luyentap.test",
    }),
  ),
  // the carrier
  fault("ISP_SUSPENDED", (plan) => reach(isSecure, "silent")(toPortal(plan, isPlainWeb, "/thong-bao-khoa-cuoc"))),
  fault(
    "MAIL_PORT_BLOCKED",
    reach((service) => isMail(service.kind), "silent"),
  ),
  fault(
    "SIGNING_BLOCKED",
    reach((service) => isSigning(service.kind), "silent"),
  ),
  fault(
    "UDP_BLOCKED",
    reach((service) => service.kind === "stun", "silent"),
  ),
  fault(
    "SNI_BLOCKED",
    reach((service) => service.id === VICTIM, "resets"),
  ),
  fault(
    "INTERNATIONAL_DOWN",
    reach((service) => service.scope === "foreign" && service.kind !== "http", "silent"),
  ),
  // names
  fault(
    "DNS_RESOLVER_SILENT",
    reach((service) => service.id === EXTRA.resolver, "silent"),
  ),
  fault("DNS_SERVFAIL", (plan) => dns(plan, { servfail: "all" })),
  fault("DNS_REFUSED", (plan) => dns(plan, { refuse: true })),
  fault("DNS_FIRST_SERVER_DEAD", (plan) =>
    laptop({ resolvers: [EXTRA.resolver, EXTRA.secondResolver] })(
      reach((service) => service.id === EXTRA.resolver, "silent")(plan),
    ),
  ),
  fault("DNS_SLOW", (plan) => dns(plan, { delayMs: 3000 })),
  fault("DNS_NXDOMAIN_REWRITE", (plan) => dns(plan, { rewriteUnknownTo: plan.elsewhere.wrong })),
  fault("DNS_HIJACK", (plan) => stranger(dns(plan, { overrides: { [hostOf(plan, VICTIM)]: [plan.elsewhere.wrong] } }))),
  fault("DNS_STALE_RECORD", (plan) => ({
    ...dns(plan, { overrides: { [hostOf(plan, VICTIM)]: [plan.elsewhere.old] } }),
    decoy: { service: VICTIM, kind: "blackHole" },
  })),
  fault("DNS_NAME_MISSING", (plan) => ({ ...plan, missingNames: [hostOf(plan, VICTIM)] })),
  // the data centre and its servers
  fault(
    "DATACENTRE_DOWN",
    reach((service) => service.scope === "province", "silent"),
  ),
  fault("SERVER_DOWN", reach(isVictim, "silent")),
  fault("SERVER_REFUSES", reach(isVictim, "refused")),
  fault("CERT_EXPIRED", (plan) => certificate(plan, isVictim, { fault: "expired" })),
  fault("CERT_NOT_YET_VALID", (plan) => certificate(plan, isVictim, { fault: "notYetValid" })),
  fault("CERT_WRONG_HOST", (plan) => certificate(plan, isVictim, { name: "maychukhac.luyentap.test" })),
  fault("CERT_CHAIN_INCOMPLETE", (plan) => certificate(plan, isVictim, { fault: "chainIncomplete" })),
  fault("CERT_UNTRUSTED", (plan) => certificate(plan, isVictim, { fault: "selfSigned" })),
  fault("CERT_EXPIRES_SOON", (plan) => certificate(plan, isVictim, { daysLeft: 5 })),
  fault("SERVER_ERROR", (plan) => web(plan, isVictim, { status: 503, body: "Service Unavailable\n" })),
  fault("CONTENT_MISMATCH", (plan) => web(plan, isVictim, { body: "<!doctype html><title>It works!</title>\n" })),
  fault("SERVER_HANGS", (plan) => web(plan, isVictim, { hang: true })),
];

/** @param name lower-kebab (`cert-expired`) or the cause itself (`CERT_EXPIRED`) */
export function findFault(name: string): FaultPlan | undefined {
  const wanted = name.trim().toLowerCase().replaceAll("_", "-");
  return FAULTS.find((one) => one.name === wanted);
}

type Which = (service: ServicePlan) => boolean;
type Change = (plan: OfficePlan) => OfficePlan;

function fault(cause: PractisedCause, change: Change): FaultPlan {
  return { name: cause.toLowerCase().replaceAll("_", "-"), cause, change };
}

function isVictim(service: ServicePlan): boolean {
  return service.id === VICTIM;
}

function isSecure(service: ServicePlan): boolean {
  return service.kind === "https";
}

/** HTTPS of the systems: the targets by address only have to answer, whoever signs for them. */
function isSecureSystem(service: ServicePlan): boolean {
  return isSecure(service) && service.host !== null;
}

function isPlainWeb(service: ServicePlan): boolean {
  return service.id !== EXTRA.portal && isPlainHttp(service.kind);
}

function isWeb(service: ServicePlan): boolean {
  return isSecure(service) || isPlainWeb(service);
}

function each(plan: OfficePlan, which: Which, change: (service: ServicePlan) => ServicePlan): OfficePlan {
  return { ...plan, services: plan.services.map((service) => (which(service) ? change(service) : service)) };
}

function reach(which: Which, to: ServicePlan["reach"]): Change {
  return (plan) => each(plan, which, (service) => ({ ...service, reach: to }));
}

function certificate(plan: OfficePlan, which: Which, part: Partial<CertificatePlan>): OfficePlan {
  return each(plan, which, (service) => ({ ...service, certificate: { ...service.certificate, ...part } }));
}

function web(plan: OfficePlan, which: Which, part: Partial<WebBehaviour>): OfficePlan {
  return each(plan, which, (service) => ({ ...service, web: { ...service.web, ...part } }));
}

function toPortal(plan: OfficePlan, which: Which, path: string): OfficePlan {
  return each(plan, which, (service) => ({ ...service, toPortal: path }));
}

/** The office's own resolver only; the control resolvers stay honest. */
function dns(plan: OfficePlan, part: Partial<DnsBehaviour>): OfficePlan {
  return each(
    plan,
    (service) => service.id === EXTRA.resolver,
    (service) => ({ ...service, dns: { ...service.dns, ...part } }),
  );
}

function laptop(part: Partial<LaptopPlan>): Change {
  return (plan) => ({ ...plan, laptop: { ...plan.laptop, ...part } });
}

/** A laptop that is cut off reaches nobody: loopback itself can't be unplugged, so the servers stay away. */
function alone(link: LaptopPlan["link"]): Change {
  return (plan) => laptop({ link })(reach((service) => service.scope !== "local", "silent")(plan));
}

/** Another site answers where a false address leads. */
function stranger(plan: OfficePlan): OfficePlan {
  return { ...plan, decoy: { service: VICTIM, kind: "stranger" } };
}

function hostOf(plan: OfficePlan, id: string): string {
  return plan.services.find((service) => service.id === id)?.host ?? "";
}
