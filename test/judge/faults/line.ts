import {
  FOREIGN,
  set,
  block,
  serve,
  everywhere,
  both,
  noBeyond,
  gatewayDns,
  SILENT,
  moved,
  retarget,
  withIpv6,
} from "../changes.ts";
import type { Fault } from "./fault.ts";
import { GATEWAY } from "../world.ts";

/** The line, and what is shut or slow on the way. */
export const LINE: readonly Fault[] = [
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
  { name: "foreign dead", says: ["INTERNATIONAL_DOWN"], make: block(({ address }) => FOREIGN.test(address)) },
  {
    name: "all of government unreachable",
    says: ["GOVERNMENT_UNREACHABLE"],
    make: block(({ address }) => /^(198\.51\.100|203\.0\.113)\./u.test(address)),
  },
  {
    name: "port 53 shut outward",
    says: ["DNS_PORT_BLOCKED"],
    make: both(
      set({ resolvers: ["192.0.2.55"] }),
      block(({ port }) => port === 53),
    ),
  },
  { name: "name filter", says: ["SNI_BLOCKED"], make: serve("motcua.tinh.test", { tls: "RESET" }) },
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
];
