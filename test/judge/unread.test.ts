import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/evidence/schema.ts";
import { CAUSES, type Cause } from "../../src/text/causes/index.ts";
import { judge } from "../../src/judge/judge.ts";
import { FAULTS } from "./faults.ts";
import { labRecordings } from "./lab-recordings.ts";
import { record } from "./record.ts";
import { HEALTHY } from "./world.ts";
import { FACTS, unread, type LocalFact } from "./unread.ts";

const stored = new Map(labRecordings().map(({ id, evidence }) => [id, evidence] as const));
const of = (id: string): Evidence => {
  const evidence = stored.get(id);
  if (evidence === undefined) throw new Error(`no evidence of ${id}`);
  return evidence;
};
const causesOf = (evidence: Evidence): Cause[] =>
  judge(evidence)
    .findings.filter((one) => one.severity !== "info")
    .map((one) => one.cause);

/**
 * Every rule that concludes from an absence, a scenario in which it does so, and the facts without which it must not.
 */
const ABSENCES: readonly (readonly [Cause, string, readonly LocalFact[]])[] = [
  ["NO_USABLE_INTERFACE", "no-usable-interface", ["interfaces"]],
  ["INTERFACE_DISABLED", "interface-disabled", ["interfaces", "signal"]],
  ["LINK_DOWN", "link-down", ["interfaces", "signal"]],
  ["DHCP_NO_LEASE", "dhcp-no-lease", ["interfaces"]],
  ["NO_DEFAULT_ROUTE", "no-default-route", ["interfaces", "signal", "routes"]],
  ["ROUTE_PREFERS_DEAD_INTERFACE", "route-prefers-dead-interface", ["routes"]],
  ["STATIC_WRONG_SUBNET", "static-wrong-subnet", ["interfaces"]],
  ["LAN_SILENT", "lan-silent", ["interfaces", "signal", "routes", "neighbours"]],
  ["GATEWAY_DOWN", "gateway-down", ["interfaces", "signal", "routes"]],
  ["NO_DNS_CONFIGURED", "no-dns-configured", ["resolvers"]],
  ["LINE_DOWN", "line-down", ["routes"]],
  ["WAN_LINK_DOWN", "wan-link-down", ["routes"]],
  ["ISP_REJECTS", "isp-rejects", ["routes"]],
  ["ISP_NO_UPSTREAM", "isp-no-upstream", ["routes"]],
  ["GATEWAY_NOT_FORWARDING", "gateway-not-forwarding", ["routes"]],
  ["DEVICE_ABSENT", "device-absent", ["interfaces", "neighbours"]],
  ["ROGUE_DHCP", "own-rogue-dhcp", ["interfaces", "routes", "neighbours"]],
  ["HOSTS_FILE_OVERRIDE", "hosts-file-override", ["hostsFile"]],
  ["PROXY_DEAD", "proxy-dead", ["proxy"]],
  ["DNS_FIRST_SERVER_DEAD", "dns-first-server-dead", ["resolvers"]],
  ["DNS_FORWARDER_DEAD", "dns-forwarder-dead", ["resolvers"]],
  ["DNS_RESOLVER_SILENT", "dns-resolver-silent", ["resolvers"]],
];

describe("a rule that concludes from an absence", () => {
  it.each(ABSENCES.flatMap(([cause, id, facts]) => facts.map((fact) => [cause, id, fact] as const)))(
    "%s (%s) is not found where %s could not be read",
    (cause, id, fact) => {
      expect(causesOf(of(id))).toContain(cause);
      expect(causesOf(unread(of(id), fact))).not.toContain(cause);
    },
  );
});

describe("no address, and how the adapter is set could not be read", () => {
  it.each(["NO_ADDRESS", "DHCP_POOL_FULL"] as const)("is not %s", (cause) => {
    const world = FAULTS.find((one) => one.says.includes(cause))?.make(HEALTHY) ?? HEALTHY;
    expect(causesOf(record(world))).toEqual([cause]);
    expect(causesOf(unread(record(world), "leases"))).toEqual([]);
  });

  it("is DHCP_NO_LEASE only where the system gave itself an address", () => {
    const given = FAULTS.find((one) => one.name === "no lease")?.make(HEALTHY) ?? HEALTHY;
    const none = {
      ...given,
      interfaces: given.interfaces.map((one) => ({
        ...one,
        addresses: one.addresses.filter((each) => each.scope !== "link"),
      })),
    };
    expect(causesOf(unread(record(given), "leases"))).toEqual(["DHCP_NO_LEASE"]);
    expect(causesOf(record(none))).toEqual(["DHCP_NO_LEASE"]);
    expect(causesOf(unread(record(none), "leases"))).toEqual([]);
  });
});

describe("a laptop that tells nothing", () => {
  const healthy = [...stored.keys()].filter((id) => causesOf(of(id)).length === 0);

  it.each(healthy)("finds nothing in a healthy office: %s", (id) => {
    expect(healthy.length).toBeGreaterThan(20);
    for (const fact of FACTS) expect({ fact, causes: causesOf(unread(of(id), fact)) }).toEqual({ fact, causes: [] });
  });
});

/** What a laptop that knows less may take the fault for, and why that is no conclusion from what it did not read. */
const HONEST: Readonly<Record<string, readonly Cause[]>> = {
  // Connections cut at random look like servers at fault to whoever does not know his own address.
  "duplicate-ip": ["SIGNING_BLOCKED", "SERVER_HANGS"],
  // Of the false router that answers, the line is silent indeed.
  "own-rogue-dhcp": ["LINE_DOWN"],
  "gateway-is-a-computer": ["LINE_DOWN"],
  "gateway-typed-is-a-computer": ["LINE_DOWN"],
  // Somebody beyond the router was heard over IPv4 and nobody beyond him.
  "own-ipv4-down-ipv6-works": ["ISP_NO_UPSTREAM"],
};

describe("a laptop that tells less", () => {
  it.each([...stored.keys()])("%s: no other cause, unless the true one is named beside it", (id) => {
    const before = judge(of(id)).findings;
    const fitting = new Set<Cause>([
      ...before.flatMap((one) => [one.cause, ...one.alternatives]),
      ...(HONEST[id] ?? []),
    ]);
    const [root] = before;
    for (const fact of FACTS) {
      const strange = judge(unread(of(id), fact)).findings.filter(
        (one) => !fitting.has(one.cause) && (root === undefined || !one.alternatives.includes(root.cause)),
      );
      expect({ fact, strange: strange.map((one) => one.cause) }).toEqual({ fact, strange: [] });
    }
  });
});

/** The same for offices that are made up: they hold the causes of which nothing was recorded. */
const HONEST_MADE: Readonly<Record<string, readonly Cause[]>> = {
  // Packets that were heard before it came out say that there is a signal to whoever cannot read it.
  "cable out": ["DHCP_POOL_FULL"],
  // That the adapter is switched off is nowhere else to be seen: nobody answers it.
  "adapter disabled": ["DHCP_POOL_FULL", "DHCP_NO_LEASE", "LAN_SILENT"],
  // Whoever does not know that it is wireless sees the loss alone; whoever knows no mask, that the far end is silent.
  "weak Wi-Fi": ["LAN_LOSS"],
  "netmask too wide": ["DATACENTRE_DOWN"],
  // Connections cut at random look like servers at fault to whoever does not know his own address.
  "address used twice, seen by resets": ["SERVER_REFUSES"],
  // Somebody beyond the router was heard over IPv4 and nobody beyond him.
  "IPv4 leads nowhere": ["ISP_NO_UPSTREAM"],
  // Which adapter leads to the government's network is told by its address alone.
  "government line dead behind its router": ["PREFIX_UNREACHABLE"],
  "router of the government line without power": ["TSLCD_UNREACHABLE"],
};

/** Found by what somebody answered, or by a port that was asked and refused: no fact of the laptop can be missing. */
const BY_AN_ANSWER: readonly Cause[] = [
  "CERT_TOO_WEAK",
  "CLIENT_CERTIFICATE_NEEDED",
  "DNS_LOSSY",
  "MAIL_REFUSED",
  "MAIL_WITHOUT_TLS",
  "PORT_LOSSY",
  "PROGRAM_REFUSED",
  "SENT_TO_PLAIN_HTTP",
  "SIGNING_AGENT_MISSING",
  // A note, never a fault: "from here silence proves nothing".
  "TSLCD_UNREACHABLE",
];

describe("a laptop that tells less, in a made-up office", () => {
  it.each(FAULTS.map((one) => [one.name, one] as const))("%s", (name, fault) => {
    const evidence = record(fault.make(HEALTHY));
    const before = judge(evidence).findings;
    const fitting = new Set<Cause>([
      ...before.flatMap((one) => [one.cause, ...one.alternatives]),
      ...(HONEST_MADE[name] ?? []),
    ]);
    const [root] = before;
    for (const fact of FACTS) {
      const strange = judge(unread(evidence, fact)).findings.filter(
        (one) => !fitting.has(one.cause) && (root === undefined || !one.alternatives.includes(root.cause)),
      );
      expect({ fact, strange: strange.map((one) => one.cause) }).toEqual({ fact, strange: [] });
    }
  });

  it("no cause is left out: each is found in a recorded office or in one of these", () => {
    const shown = new Set<Cause>([
      ...[...stored.values()].flatMap((evidence) => judge(evidence).findings.map((one) => one.cause)),
      ...FAULTS.flatMap((one) => judge(record(one.make(HEALTHY))).findings.map((each) => each.cause)),
    ]);
    expect(CAUSES.filter((cause) => !shown.has(cause)).toSorted()).toEqual(BY_AN_ANSWER.toSorted());
  });
});
