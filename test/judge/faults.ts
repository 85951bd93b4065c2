import type { Cause } from "../../src/text/causes/index.ts";
import { BASELINE, ETH, GATEWAY, HEALTHY, honest, LO, type World } from "./world.ts";
import {
  DAY,
  iso,
  PROVINCE,
  FOREIGN,
  GATEWAY_ALIVE,
  DEAD_GATEWAY,
  type Change,
  set,
  block,
  serve,
  everywhere,
  both,
  eth,
  dead,
  noBeyond,
  gatewayDns,
  SILENT,
  manual,
  noStation,
  moved,
  systems,
  retarget,
  withIpv6,
  routerUnheard,
} from "./changes.ts";
import { ADDRESSES } from "./profile.ts";
import { RIGHT_NOW } from "./record.ts";

export interface Fault {
  readonly name: string;
  /** Causes in order; the first is the root cause. */
  readonly says: readonly Cause[];
  readonly make: (world: World) => World;
}

export const FAULTS: readonly Fault[] = [
  { name: "cable out", says: ["LINK_DOWN"], make: eth({ carrier: false, addresses: [] }) },
  {
    name: "adapter disabled",
    says: ["INTERFACE_DISABLED"],
    make: eth({ adminUp: false, carrier: "unknown", addresses: [] }),
  },
  { name: "only loopback", says: ["NO_USABLE_INTERFACE"], make: set({ interfaces: [LO], routes: [] }) },
  {
    name: "alone on a bridge",
    says: ["LAN_SILENT"],
    make: both(
      noStation,
      set({ gateways: [DEAD_GATEWAY] }),
      noBeyond(),
      gatewayDns(() => SILENT),
      set({ hops: [] }),
    ),
  },
  { name: "lossy cable", says: ["LAN_LOSS"], make: set({ loss: { gateway: [20, 8], beyond: [60, 24] } }) },
  {
    name: "printer gone",
    says: ["DEVICE_ABSENT"],
    make: both(set({ baseline: BASELINE }), (world) => ({
      ...world,
      devices: world.devices.filter((one) => one.kind !== "printer"),
    })),
  },
  {
    name: "no lease",
    says: ["DHCP_NO_LEASE"],
    make: both(
      eth({
        addresses: [
          { address: "169.254.7.7", prefix: 16, family: 4, scope: "link", origin: "linkLocal", duplicate: "unknown" },
        ],
      }),
      set({ routes: [], gateways: [], lease: { dhcp: true } }),
    ),
  },
  {
    name: "pool full, server seen",
    says: ["DHCP_POOL_FULL"],
    make: both(eth({ addresses: [] }), set({ routes: [], gateways: [], lease: { dhcp: true, server: GATEWAY } })),
  },
  {
    name: "manual without address",
    says: ["NO_ADDRESS"],
    make: both(eth({ addresses: [] }), set({ routes: [], gateways: [], lease: { dhcp: false } })),
  },
  { name: "no router option", says: ["NO_DEFAULT_ROUTE"], make: set({ routes: [], gateways: [] }) },
  { name: "no DNS option", says: ["NO_DNS_CONFIGURED"], make: set({ resolvers: [] }) },
  {
    name: "static address of another office",
    says: ["STATIC_WRONG_SUBNET"],
    make: both(
      eth({ addresses: [manual] }),
      set({
        lease: { dhcp: false },
        devices: [],
        gateways: [{ ...DEAD_GATEWAY, address: "10.77.5.1" }],
        routes: [{ family: 4, destination: "0.0.0.0/0", gateway: "10.77.5.1", interface: "eth0", metric: 100 }],
        resolvers: ["10.77.5.1"],
      }),
      noBeyond(),
      (world) => ({ ...world, dns: () => SILENT }),
    ),
  },
  {
    name: "address used twice, told",
    says: ["DUPLICATE_IP"],
    make: eth({ addresses: ETH.addresses.map((one) => ({ ...one, duplicate: true })) }),
  },
  {
    name: "address used twice, seen by resets",
    says: ["DUPLICATE_IP"],
    make: both(
      block(({ address, transport }) => transport === "tcp" && /[13579]$/u.test(address), "RESET"),
      set({ loss: { gateway: [20, 9], beyond: [30, 12] } }),
    ),
  },
  {
    name: "second interface preferred",
    says: ["ROUTE_PREFERS_DEAD_INTERFACE"],
    make: both(
      set({
        interfaces: [
          LO,
          ETH,
          {
            ...ETH,
            name: "eth1",
            label: "eth1",
            mac: "02:00:00:00:00:65",
            addresses: [
              { address: "10.9.9.2", prefix: 24, family: 4, scope: "global", origin: "dhcp", duplicate: "unknown" },
            ],
          },
        ],
        gateways: [GATEWAY_ALIVE, { ...DEAD_GATEWAY, address: "10.9.9.1", interface: "eth1" }],
        routes: [
          { family: 4, destination: "0.0.0.0/0", gateway: "10.9.9.1", interface: "eth1", metric: 50 },
          ...HEALTHY.routes,
        ],
      }),
      noBeyond(),
    ),
  },
  { name: "router dead", says: ["GATEWAY_DOWN"], make: routerUnheard },
  {
    name: "router dead, cable sound",
    says: ["GATEWAY_DOWN"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 0], beyond: null } })),
  },
  {
    name: "router unheard over a lossy cable",
    says: ["LAN_LOSS"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 15], beyond: null } })),
  },
  {
    name: "router dead, cable loses little",
    says: ["LAN_LOSS", "GATEWAY_DOWN"],
    make: both(routerUnheard, set({ loss: { gateway: null, lan: [40, 6], beyond: null } })),
  },
  { name: "router does not forward", says: ["GATEWAY_NOT_FORWARDING"], make: noBeyond() },
  {
    name: "router forbids",
    says: ["GATEWAY_NOT_FORWARDING"],
    make: both(noBeyond(), set({ hops: [{ ttl: 1, address: GATEWAY, rttMs: 1, kind: "adminProhibited" }] })),
  },
  {
    name: "WAN down, router tells",
    says: ["WAN_LINK_DOWN"],
    make: both(
      noBeyond("NET_UNREACHABLE"),
      gatewayDns(() => ({ rcode: "REFUSED", answers: [], ms: 1 })),
      set({ hops: [{ ttl: 1, address: GATEWAY, rttMs: 1, kind: "netUnreachable" }] }),
    ),
  },
  {
    name: "WAN down, router silent but quick to refuse names",
    says: ["WAN_LINK_DOWN"],
    make: both(
      noBeyond(),
      gatewayDns(() => ({ rcode: "REFUSED", answers: [], ms: 1 })),
    ),
  },
  {
    name: "line dead",
    says: ["LINE_DOWN"],
    make: both(
      noBeyond(),
      gatewayDns(() => SILENT),
    ),
  },
  {
    name: "carrier without upstream",
    says: ["ISP_NO_UPSTREAM"],
    make: both(
      noBeyond(),
      gatewayDns(() => SILENT),
      set({
        hops: [
          { ttl: 1, address: GATEWAY, rttMs: 1, kind: "timeExceeded" },
          { ttl: 2, address: "100.64.0.1", rttMs: 3, kind: "timeExceeded" },
          { ttl: 3, address: null, rttMs: null, kind: "silent" },
        ],
      }),
    ),
  },
  {
    name: "carrier rejects",
    says: ["ISP_REJECTS"],
    make: both(
      noBeyond("HOST_UNREACHABLE"),
      gatewayDns(() => SILENT),
      set({
        hops: [
          { ttl: 1, address: GATEWAY, rttMs: 1, kind: "timeExceeded" },
          { ttl: 2, address: "100.64.0.1", rttMs: 3, kind: "hostUnreachable" },
        ],
      }),
    ),
  },
  {
    name: "suspended",
    says: ["ISP_SUSPENDED"],
    make: both(
      block(({ port }) => port === 443),
      set({
        page: {
          matched: false,
          location: "http://notice.carrier.test/thong-bao-cuoc",
          body: "Quý khách vui lòng thanh toán cước",
        },
      }),
    ),
  },
  {
    name: "portal",
    says: ["CAPTIVE_PORTAL"],
    make: both(
      everywhere({
        authorized: false,
        authorizationError: "SELF_SIGNED_CERT_IN_CHAIN",
        nameMatches: false,
        certificate: { issuer: "CN=Portal", commonName: "login.test" },
      }),
      set({ page: { matched: false, location: `http://${GATEWAY}/login`, body: "login" } }),
    ),
  },
  { name: "foreign dead", says: ["INTERNATIONAL_DOWN"], make: block(({ address }) => FOREIGN.test(address)) },
  { name: "data centre dead", says: ["DATACENTRE_DOWN"], make: block(({ address }) => PROVINCE.test(address)) },
  {
    name: "national systems dead",
    says: ["NATIONAL_DOWN"],
    make: block(({ address }) => address.startsWith("198.51.100.")),
  },
  {
    name: "all of government unreachable",
    says: ["GOVERNMENT_UNREACHABLE"],
    make: block(({ address }) => /^(198\.51\.100|203\.0\.113)\./u.test(address)),
  },
  { name: "one server dead", says: ["SERVER_DOWN"], make: dead("203.0.113.10") },
  {
    name: "two of the province's servers dead",
    says: ["SERVER_DOWN"],
    make: both(dead("203.0.113.10"), dead("203.0.113.11")),
  },
  {
    name: "one server refuses",
    says: ["SERVER_REFUSES"],
    make: block(({ address }) => address === "203.0.113.11", "REFUSED"),
  },
  { name: "port 443 dropped", says: ["PORT_443_BLOCKED"], make: block(({ port }) => port === 443) },
  { name: "port 443 rejected", says: ["PORT_443_BLOCKED"], make: block(({ port }) => port === 443, "REFUSED") },
  { name: "port 80 dropped", says: ["PORT_80_BLOCKED"], make: block(({ port }) => port === 80) },
  {
    name: "router's DNS stopped",
    says: ["DNS_FORWARDER_DEAD"],
    make: both(
      gatewayDns(() => ({ ...SILENT, code: "PORT_UNREACHABLE" })),
      set({ gateways: [{ ...GATEWAY_ALIVE, dns: false, tcp53: "REFUSED" }] }),
    ),
  },
  { name: "resolver behind the router silent", says: ["DNS_RESOLVER_SILENT"], make: gatewayDns(() => SILENT) },
  {
    name: "outside resolver silent",
    says: ["DNS_RESOLVER_SILENT"],
    make: both(set({ resolvers: ["192.0.2.55"] }), dead("192.0.2.55")),
  },
  {
    name: "port 53 shut outward",
    says: ["DNS_PORT_BLOCKED"],
    make: both(
      set({ resolvers: ["192.0.2.55"] }),
      block(({ port }) => port === 53),
    ),
  },
  { name: "SERVFAIL for all", says: ["DNS_SERVFAIL"], make: gatewayDns(() => ({ rcode: "SERVFAIL", answers: [] })) },
  { name: "REFUSED for all", says: ["DNS_REFUSED"], make: gatewayDns(() => ({ rcode: "REFUSED", answers: [] })) },
  {
    name: "zone broken",
    says: ["DNS_SERVFAIL"],
    make: (world) => ({
      ...world,
      dns: (server, name, type) =>
        name.endsWith(".tinh.test") ? { rcode: "SERVFAIL", answers: [] } : honest(server, name, type),
    }),
  },
  {
    name: "first resolver dead",
    says: ["DNS_FIRST_SERVER_DEAD"],
    make: both(set({ resolvers: ["192.0.2.55", GATEWAY] }), dead("192.0.2.55")),
  },
  {
    name: "slow resolver",
    says: ["DNS_SLOW"],
    make: gatewayDns((name) => ({
      ...honest(GATEWAY, name, "A"),
      rcode: honest(GATEWAY, name, "A").rcode === "NOERROR" ? "NOERROR" : "NXDOMAIN",
      ms: 3000,
    })),
  },
  {
    name: "advertising for missing names",
    says: ["DNS_NXDOMAIN_REWRITE"],
    make: gatewayDns((name) =>
      honest(GATEWAY, name, "A").answers.length > 0
        ? { rcode: "NOERROR", answers: honest(GATEWAY, name, "A").answers }
        : { rcode: "NOERROR", answers: ["192.0.2.99"] },
    ),
  },
  {
    name: "name sent to the laptop itself",
    says: ["DNS_HIJACK"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["127.0.0.1"] : honest(GATEWAY, name, "A").answers,
      })),
      block(({ address }) => address === "127.0.0.1", "REFUSED"),
    ),
  },
  {
    name: "name sent to another machine",
    says: ["DNS_HIJACK"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["192.0.2.99"] : honest(GATEWAY, name, "A").answers,
      })),
      (world) => ({
        ...world,
        service: (_, address) =>
          address === "192.0.2.99"
            ? { nameMatches: false, authorized: false, authorizationError: "ERR_TLS_CERT_ALTNAME_INVALID" }
            : {},
      }),
    ),
  },
  {
    name: "old address",
    says: ["DNS_STALE_RECORD"],
    make: both(
      gatewayDns((name) => ({
        rcode: "NOERROR",
        answers: name === "motcua.tinh.test" ? ["203.0.113.200"] : honest(GATEWAY, name, "A").answers,
      })),
      dead("203.0.113.200"),
    ),
  },
  {
    name: "name gone everywhere",
    says: ["DNS_NAME_MISSING"],
    make: (world) => ({
      ...world,
      dns: (server, name, type) =>
        name === "vanban.tinh.test" ? { rcode: "NXDOMAIN", answers: [] } : honest(server, name, type),
    }),
  },
  {
    name: "every resolver denies every name",
    says: ["DNS_NAMES_FENCED"],
    make: (world) => ({ ...world, dns: () => ({ rcode: "NXDOMAIN", answers: [] }) }),
  },
  {
    name: "the office's resolver knows no name",
    says: ["DNS_NAMES_FENCED"],
    make: gatewayDns(() => ({ rcode: "NOERROR", answers: [] })),
  },
  {
    name: "hosts file",
    says: ["HOSTS_FILE_OVERRIDE"],
    make: both(set({ hostsFile: [{ name: "motcua.tinh.test", address: "192.0.2.98", line: 3 }] }), dead("192.0.2.98")),
  },
  { name: "clock years behind", says: ["CLOCK_WRONG"], make: set({ clockAheadMs: -900 * DAY }) },
  { name: "clock hours ahead", says: ["CLOCK_WRONG"], make: set({ clockAheadMs: 7 * 3_600_000 }) },
  {
    name: "certificate expired",
    says: ["CERT_EXPIRED"],
    make: serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW - 3 * DAY) } }),
  },
  {
    name: "certificate not yet valid",
    says: ["CERT_NOT_YET_VALID"],
    make: serve("motcua.tinh.test", { certificate: { notBefore: iso(RIGHT_NOW + 3 * DAY) } }),
  },
  {
    name: "certificate for another name",
    says: ["CERT_WRONG_HOST"],
    make: serve("motcua.tinh.test", {
      nameMatches: false,
      authorized: false,
      authorizationError: "ERR_TLS_CERT_ALTNAME_INVALID",
    }),
  },
  {
    name: "intermediate missing",
    says: ["CERT_CHAIN_INCOMPLETE"],
    make: serve("motcua.tinh.test", { authorized: false, authorizationError: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
  },
  {
    name: "self-signed",
    says: ["CERT_UNTRUSTED"],
    make: serve("motcua.tinh.test", {
      certificate: { selfSigned: true, issuer: "CN=motcua.tinh.test" },
      authorizationError: "DEPTH_ZERO_SELF_SIGNED_CERT",
    }),
  },
  {
    name: "certificate ends soon",
    says: ["CERT_EXPIRES_SOON"],
    make: serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW + 5 * DAY) } }),
  },
  {
    name: "interception",
    says: ["TLS_INTERCEPTED"],
    make: everywhere({
      authorized: false,
      authorizationError: "SELF_SIGNED_CERT_IN_CHAIN",
      certificate: { issuer: "CN=Somebody" },
    }),
  },
  {
    name: "trusted antivirus",
    says: ["TLS_INTERCEPTED"],
    make: everywhere({ certificate: { issuer: "CN=Kaspersky Anti-Virus Personal Root Certificate" } }),
  },
  { name: "name filter", says: ["SNI_BLOCKED"], make: serve("motcua.tinh.test", { tls: "RESET" }) },
  { name: "error page", says: ["SERVER_ERROR"], make: serve("motcua.tinh.test", { status: 503 }) },
  { name: "another page", says: ["CONTENT_MISMATCH"], make: serve("motcua.tinh.test", { bodyMatches: false }) },
  { name: "server hangs", says: ["SERVER_HANGS"], make: serve("motcua.tinh.test", { firstByte: "TIMEOUT" }) },
  { name: "old TLS", says: ["TLS_HANDSHAKE_FAILED"], make: serve("motcua.tinh.test", { tls: "TLS_ALERT" }) },
  { name: "garbage", says: ["BAD_REPLY"], make: serve("motcua.tinh.test", { firstByte: "PROTOCOL" }) },
  { name: "slow server", says: ["SERVER_SLOW"], make: serve("motcua.tinh.test", { firstByteMs: 6000 }) },
  { name: "proxy dead", says: ["PROXY_DEAD"], make: set({ proxy: { reachable: false, relays: false } }) },
  { name: "proxy refuses", says: ["PROXY_REFUSES"], make: set({ proxy: { reachable: true, relays: false } }) },
  {
    name: "big packets lost",
    says: ["MTU_BLACKHOLE"],
    make: both(
      everywhere({ tls: "TIMEOUT" }),
      set({ mtu: { largestPassed: 1400, smallestLost: 1460, icmpHeard: false } }),
    ),
  },
  { name: "large downloads break off", says: ["LARGE_TRANSFER_FAILS"], make: everywhere({ body: "TIMEOUT" }) },
  { name: "lossy line", says: ["LINE_LOSS"], make: set({ loss: { gateway: [30, 0], beyond: [90, 9] } }) },
  { name: "clogs under load", says: ["BUFFERBLOAT"], make: set({ loadedMs: 900, kbps: 4000 }) },
  { name: "long line", says: ["HIGH_LATENCY"], make: set({ rttMs: 600 }) },
  { name: "narrow line", says: ["LOW_BANDWIDTH"], make: set({ kbps: 256 }) },
  { name: "mail ports shut", says: ["MAIL_PORT_BLOCKED"], make: block(({ port }) => port === 587 || port === 993) },
  { name: "UDP shut", says: ["UDP_BLOCKED"], make: block(({ port, transport }) => transport === "udp" && port !== 53) },
  {
    name: "signing shut",
    says: ["SIGNING_BLOCKED"],
    make: block(({ address }) => address === "198.51.100.20" || address === "198.51.100.21"),
  },
  {
    name: "laptop's firewall",
    says: ["LOCAL_FIREWALL"],
    make: both(
      block(() => true, "ACCESS_DENIED"),
      gatewayDns(() => ({ ...SILENT, code: "ACCESS_DENIED" })),
      set({ hops: [] }),
    ),
  },
  { name: "only DNS passes", says: ["ONLY_DNS_PASSES"], make: block(({ transport }) => transport === "tcp") },
  {
    name: "not the usual network",
    says: ["UNUSUAL_NETWORK"],
    make: set({
      baseline: {
        ...BASELINE,
        prefixes: ["10.20.0.0/24"],
        gateways: [{ address: "10.20.0.1", mac: "02:00:00:00:99:01" }],
        devices: [],
      },
    }),
  },
  {
    name: "stray DHCP",
    says: ["ROGUE_DHCP"],
    make: both(
      set({
        baseline: { ...BASELINE, gateways: [{ address: "192.168.1.254", mac: "02:00:00:00:00:fe" }], devices: [] },
      }),
      (world) => ({
        ...world,
        devices: [...world.devices, { address: "192.168.1.254", mac: "02:00:00:00:00:fe", kind: "router" as const }],
      }),
    ),
  },
  {
    name: "weak Wi-Fi",
    says: ["WIFI_WEAK"],
    make: both(
      eth({ kind: "wifi", wifi: { ssid: "office", signalPercent: 22 } }),
      set({ loss: { gateway: [30, 9], beyond: [60, 12] } }),
    ),
  },
  { name: "unreadable proxy", says: ["PROXY_MISCONFIGURED"], make: set({ proxySetting: "garbage" }) },
  {
    name: "plain pages rewritten",
    says: ["HTTP_TAMPERED"],
    make: both(
      set({ page: { matched: false, location: null, body: "<h1>ads</h1>" } }),
      serve("tsa.quocgia.test", { bodySample: "<h1>ads</h1>" }),
      serve("ocsp.quocgia.test", { bodySample: "<h1>ads</h1>" }),
    ),
  },
  {
    name: "one range of addresses gone",
    says: ["PREFIX_UNREACHABLE"],
    make: both(
      moved("dvc.quocgia.test", "100.70.1.10"),
      moved("sso.quocgia.test", "100.70.1.11"),
      block(({ address }) => address.startsWith("100.70.1.")),
    ),
  },
  {
    name: "mail's own port shut, the machine lives",
    says: ["PORT_BLOCKED"],
    make: both(
      retarget("portal", 8443),
      retarget("portal", 443, true),
      block(({ port }) => port === 8443),
    ),
  },
  {
    name: "IPv6 leads nowhere",
    says: ["IPV6_BROKEN"],
    make: both(
      withIpv6,
      block(({ address }) => address.includes(":")),
    ),
  },
  {
    name: "IPv4 leads nowhere",
    says: ["IPV4_BROKEN"],
    make: both(
      withIpv6,
      block(({ address }) => !address.includes(":")),
    ),
  },
  {
    name: "IPv6 and one server",
    says: ["IPV6_BROKEN", "SERVER_DOWN"],
    make: both(
      withIpv6,
      block(({ address }) => address.includes(":")),
      dead("203.0.113.11"),
    ),
  },
  {
    name: "netmask too wide",
    says: ["WRONG_NETMASK"],
    make: both(
      eth({ addresses: [{ ...manual, address: "203.0.20.7", prefix: 8 }] }),
      set({ lease: { dhcp: false } }),
      block(({ address }) => address.startsWith("203."), "HOST_UNREACHABLE"),
    ),
  },
  // two at once: the nearer one first, the other named too
  {
    name: "router's DNS and one server",
    says: ["DNS_FORWARDER_DEAD", "SERVER_DOWN"],
    make: both(
      gatewayDns(() => ({ ...SILENT, code: "PORT_UNREACHABLE" })),
      set({ gateways: [{ ...GATEWAY_ALIVE, dns: false, tcp53: "REFUSED" }] }),
      dead("203.0.113.11"),
    ),
  },
  {
    name: "clock and one certificate",
    says: ["CLOCK_WRONG", "CERT_EXPIRED"],
    make: both(
      set({ clockAheadMs: -900 * DAY }),
      serve("motcua.tinh.test", { certificate: { notAfter: iso(RIGHT_NOW - 3 * DAY) } }),
    ),
  },
  {
    name: "LAN loss and data centre",
    says: ["LAN_LOSS", "DATACENTRE_DOWN"],
    make: both(
      set({ loss: { gateway: [20, 8], beyond: [60, 24] } }),
      block(({ address }) => PROVINCE.test(address)),
    ),
  },
  {
    name: "port 443 and slow DNS",
    says: ["PORT_443_BLOCKED", "DNS_SLOW"],
    make: both(
      block(({ port }) => port === 443),
      gatewayDns((name) => ({
        rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
        answers: honest(GATEWAY, name, "A").answers,
        ms: 3000,
      })),
    ),
  },
];

/** Must come out healthy. */
export const SILENT_VARIANTS: readonly (readonly [string, Change])[] = [
  ["a healthy office", (world) => world],
  [
    "router drops ICMP",
    set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false }], loss: { gateway: null, beyond: [30, 0] }, hops: [] }),
  ],
  ["servers drop ICMP", set({ mtu: null, hops: [] })],
  [
    "satellite line marked as such",
    both(
      set({ rttMs: 700, site: { satellite: true, hadInternet: true } }),
      gatewayDns((name) => ({
        rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
        answers: honest(GATEWAY, name, "A").answers,
        ms: 800,
      })),
    ),
  ],
  [
    "DNS in 400 ms",
    gatewayDns((name) => ({
      rcode: honest(GATEWAY, name, "A").answers.length > 0 ? "NOERROR" : "NXDOMAIN",
      answers: honest(GATEWAY, name, "A").answers,
      ms: 400,
    })),
  ],
  ["one percent loss", set({ loss: { gateway: [30, 0], beyond: [100, 1] } })],
  [
    "a second interface that is down",
    set({
      interfaces: [LO, ETH, { ...ETH, name: "wlan0", label: "wlan0", kind: "wifi", carrier: false, addresses: [] }],
    }),
  ],
  [
    "a VPN adapter that is off",
    set({
      interfaces: [
        LO,
        ETH,
        { ...ETH, name: "tun0", label: "VPN", kind: "vpn", adminUp: false, carrier: false, addresses: [] },
      ],
    }),
  ],
  [
    "no ping program",
    both(
      set({ hops: [], mtu: null, loss: { gateway: null, beyond: [30, 0] } }),
      set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false }] }),
    ),
  ],
  [
    "router answers only to ARP",
    set({ gateways: [{ ...GATEWAY_ALIVE, icmp: false, tcp53: "TIMEOUT", dns: false }], resolvers: ["192.0.2.55"] }),
  ],
  ["signing program not on this laptop", set({ agent: false })],
  ["IPv6 beside IPv4, both working", withIpv6],
  [
    "IPv6 alone",
    both(withIpv6, (world) => ({
      ...world,
      routes: world.routes.filter((one) => one.family === 6),
      gateways: [],
      hops: [],
      resolvers: ["2001:db8::53"],
      interfaces: world.interfaces.map((one) => ({
        ...one,
        addresses: one.addresses.filter((each) => each.family === 6 || each.scope === "host"),
      })),
      loss: { gateway: null, beyond: null },
      dns: (server, name, type) =>
        type === "AAAA" && ADDRESSES[name] !== undefined
          ? { rcode: "NOERROR", answers: ["2001:db8::1"] }
          : server.includes(":")
            ? { rcode: ADDRESSES[name] === undefined ? "NXDOMAIN" : "NOERROR", answers: [] }
            : { rcode: null, answers: [], code: "PREREQUISITE_DEAD" },
    })),
  ],
  [
    "a system of the government's own network, from the Internet side",
    both(
      systems((one) =>
        one.id === "portal"
          ? { ...one, endpoints: one.endpoints.map((each) => ({ ...each, network: "tslcd" as const })) }
          : one,
      ),
      dead("203.0.113.13"),
    ),
  ],
  ["usual network of the last visit", set({ baseline: BASELINE })],
  [
    "resolvers with different truths that both work",
    (world) => ({
      ...world,
      dns: (server, name, type) =>
        server !== GATEWAY && name === "dvc.quocgia.test"
          ? { rcode: "NOERROR", answers: ["198.51.100.12"] }
          : honest(server, name, type),
    }),
  ],
];
