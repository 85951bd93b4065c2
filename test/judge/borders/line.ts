import { block, both, gatewayDns, noBeyond, set, SILENT, type Change } from "../changes.ts";
import { GATEWAY, type DnsReply, type World } from "../world.ts";
import type { Border } from "./border.ts";

type Hop = World["hops"][number];

/** Nobody beyond the router answers; its own DNS does as told, and a walk outward meets these. */
const cut = (hops: readonly Hop[], reply: DnsReply = SILENT): Change =>
  both(
    noBeyond(),
    gatewayDns(() => reply),
    set({ hops: [...hops], loss: { gateway: [20, 0], beyond: null } }),
  );

const hop = (ttl: number, address: string | null, kind: Hop["kind"]): Hop => ({
  ttl,
  address,
  rttMs: address === null ? null : ttl,
  kind,
});
const ROUTER = hop(1, GATEWAY, "timeExceeded");
const NOBODY = hop(2, null, "silent");
const quickly = (ms: number): DnsReply => ({ rcode: "SERVFAIL", answers: [], ms });

/** Some servers are told unreachable by nobody knows whom, in one way or the other. */
const told = (net: number): Change =>
  both(cut([]), (world) => ({
    ...world,
    reach: ({ address, transport }) => {
      if (transport === "udp") return "TIMEOUT";
      const at = ["192.0.2.10", "192.0.2.110", "192.0.2.111", "192.0.2.81"].indexOf(address);
      if (at < 0) return "TIMEOUT";
      return at < net ? "NET_UNREACHABLE" : "HOST_UNREACHABLE";
    },
  }));

/** Where the way out ends. */
export const LINE_BORDERS: readonly Border[] = [
  {
    name: "somebody behind the router who answers shows that the line stands",
    within: { make: cut([ROUTER, NOBODY]), says: ["LINE_DOWN"], first: { confidence: "likely" } },
    beyond: {
      make: cut([ROUTER, hop(2, "100.64.0.1", "timeExceeded")]),
      says: ["ISP_NO_UPSTREAM"],
      first: { confidence: "certain" },
    },
  },
  {
    name: "an answer at the first hop is the office's own, whatever its address",
    within: { make: cut([hop(1, "192.168.1.2", "timeExceeded"), NOBODY]), says: ["LINE_DOWN"] },
    beyond: { make: cut([ROUTER, hop(2, "192.168.1.2", "timeExceeded")]), says: ["ISP_NO_UPSTREAM"] },
  },
  {
    name: "the router itself at the second hop is no carrier",
    within: { make: cut([hop(2, GATEWAY, "timeExceeded")]), says: ["LINE_DOWN"] },
    beyond: { make: cut([hop(2, "100.64.0.1", "timeExceeded")]), says: ["ISP_NO_UPSTREAM"] },
  },
  {
    name: "the router's own reject: it has no way out, or it forbids",
    within: {
      make: cut([hop(1, GATEWAY, "netUnreachable")]),
      says: ["WAN_LINK_DOWN"],
      first: { confidence: "certain" },
    },
    beyond: {
      make: cut([hop(1, GATEWAY, "adminProhibited")]),
      says: ["GATEWAY_NOT_FORWARDING"],
      first: { confidence: "certain" },
    },
  },
  {
    name: "a reject from behind the router is the carrier's",
    within: { make: cut([hop(1, GATEWAY, "netUnreachable")]), says: ["WAN_LINK_DOWN"] },
    beyond: {
      make: cut([ROUTER, hop(2, "100.64.0.1", "netUnreachable")]),
      says: ["ISP_REJECTS"],
      first: { confidence: "certain" },
    },
  },
  {
    name: "the laptop's own word that nobody is there is no reject of anybody",
    within: { make: cut([hop(1, "192.168.1.100", "hostUnreachable")]), says: ["LINE_DOWN"] },
    beyond: { make: cut([hop(1, "192.168.1.2", "hostUnreachable")]), says: ["ISP_REJECTS"] },
  },
  {
    name: "a router that knows it has no line says so within 300 ms",
    within: { make: cut([ROUTER], quickly(301)), says: ["LINE_DOWN"] },
    beyond: {
      make: cut([ROUTER], quickly(300)),
      says: ["WAN_LINK_DOWN"],
      first: { confidence: "likely", alternatives: ["LINE_DOWN", "ISP_NO_UPSTREAM"] },
    },
  },
  {
    name: "of unsigned errors at least half must tell of a network out of reach",
    within: { make: told(1), says: ["ISP_REJECTS"], first: { confidence: "likely", alternatives: ["WAN_LINK_DOWN"] } },
    beyond: { make: told(2), says: ["WAN_LINK_DOWN"], first: { confidence: "likely", alternatives: ["ISP_REJECTS"] } },
  },
  {
    name: "targets abroad: all of them silent, or one of them",
    within: { make: block(({ address }) => ["192.0.2.110", "192.0.2.153"].includes(address)), says: [] },
    beyond: {
      make: block(({ address }) => ["192.0.2.110", "192.0.2.111", "192.0.2.153"].includes(address)),
      says: ["INTERNATIONAL_DOWN"],
    },
  },
];
