import type { ObservationOf } from "../../../src/evidence/schema.ts";
import { both, block, eth, manual, set, type Change } from "../changes.ts";
import { ETH } from "../world.ts";
import { each, type Border, type Side } from "./border.ts";

const SERVER = "203.0.113.10";
const OTHER_MAC = "02:00:00:00:00:99";

/** A laptop in the servers' own range by the length of its prefix, and one of them that nobody there answers for. */
const masked = (prefix: number, byHand = true): Change =>
  both(
    eth({ addresses: [{ ...manual, address: "203.0.113.200", prefix, origin: byHand ? "static" : "dhcp" }] }),
    set({ lease: { dhcp: !byHand } }),
    block(({ address }) => address === SERVER, "HOST_UNREACHABLE"),
  );

/** Somebody in the neighbour table stands under the laptop's own address. */
const doubled = (mac: string): Change =>
  set({
    neighbours: [
      { address: "192.168.1.100", family: 4, mac, interface: "eth0", state: "reachable", router: "unknown" },
    ],
  });

const told = (duplicate: boolean): Change => eth({ addresses: ETH.addresses.map((one) => ({ ...one, duplicate })) });

/** Echoes to the router: so many lost, of which so many in a row. */
function gap(longestGap: number, lost: number): NonNullable<Side["edit"]> {
  return each("quality", (one) =>
    !one.evidence.loaded
      ? { ...one, evidence: { ...one.evidence, sent: 80, received: 80 - lost, rttMs: [1], longestGap } }
      : one,
  );
}

function probed(part: Partial<ObservationOf<"gateway">["evidence"]>): NonNullable<Side["edit"]> {
  return each("gateway", (one) => ({ ...one, evidence: { ...one.evidence, ...part } }));
}

const cut = (...addresses: readonly string[]): Change =>
  both(
    block(({ address, transport }) => transport === "tcp" && addresses.includes(address), "RESET"),
    set({ loss: { gateway: [20, 4], beyond: [30, 3] } }),
  );

/** The laptop hears of nobody behind its router, but that they cannot be reached. */
const cutBeyond: Change = both(
  block(() => true, "HOST_UNREACHABLE"),
  set({ hops: [], resolvers: ["192.0.2.53"] }),
);

const noAddress = (server: string | null): Change =>
  both(
    eth({
      addresses: [{ ...manual, address: "169.254.7.7", prefix: 16, scope: "link", origin: "linkLocal" }],
    }),
    set({ lease: { dhcp: true, server, routers: [], dns: [] }, routes: [], resolvers: [], gateways: [], devices: [] }),
  );

const hears =
  (packets: number): Change =>
  (world) => ({
    ...world,
    interfaces: world.interfaces.map((one) =>
      one.counters === null || one.kind === "loopback"
        ? one
        : { ...one, counters: { ...one.counters, rxPacketsAfter: one.counters.rxPacketsBefore + packets } },
    ),
  });

/** The laptop's own address, mask and lease. */
export const LOCAL_BORDERS: readonly Border[] = [
  {
    name: "a server just beyond the netmask is a dead server, one just inside was never asked over the router",
    within: { make: masked(25), says: ["SERVER_DOWN"] },
    beyond: { make: masked(24), says: ["WRONG_NETMASK"], first: { confidence: "likely" } },
  },
  {
    name: "a netmask that the router gave is nobody's typing",
    within: { make: masked(24, false), says: ["SERVER_DOWN"] },
    beyond: { make: masked(24, true), says: ["WRONG_NETMASK"] },
  },
  {
    name: "the own entry is nobody else's, however it is written",
    within: { make: doubled((ETH.mac ?? "").toUpperCase()), says: [] },
    beyond: { make: doubled(OTHER_MAC), says: ["DUPLICATE_IP"], first: { confidence: "certain" } },
  },
  {
    name: "the system asked whether somebody else has the address",
    within: { make: told(false), says: [] },
    beyond: { make: told(true), says: ["DUPLICATE_IP"], first: { confidence: "certain" } },
  },
  {
    name: "14 echoes lost in a row are a bad cable, 15 are another machine under the same address",
    within: { edit: gap(14, 15), says: ["LAN_LOSS"] },
    beyond: { edit: gap(15, 15), says: ["DUPLICATE_IP"], first: { confidence: "likely", alternatives: ["LAN_LOSS"] } },
  },
  {
    name: "15 in a row among 38 lost are a bad cable, among 37 they are not",
    within: { edit: gap(15, 38), says: ["LAN_LOSS"] },
    beyond: { edit: gap(15, 37), says: ["DUPLICATE_IP"] },
  },
  {
    name: "one server that resets is that server, two are somebody who answers for everybody",
    within: { make: cut("203.0.113.11"), says: ["LAN_LOSS", "SERVER_REFUSES"] },
    beyond: { make: cut("203.0.113.11", "203.0.113.13"), says: ["DUPLICATE_IP"] },
  },
  {
    name: "resets on a clean cable come from the servers",
    within: {
      make: both(cut("203.0.113.11", "203.0.113.13"), set({ loss: { gateway: [20, 2], beyond: [30, 0] } })),
      says: ["SERVER_REFUSES"],
    },
    beyond: { make: cut("203.0.113.11", "203.0.113.13"), says: ["DUPLICATE_IP"] },
  },
  {
    name: "a router that fell silent and is back once the laptop has said its address anew was told another one",
    within: { edit: probed({ afterClaim: false }), says: [] },
    beyond: { edit: probed({ afterClaim: true }), says: ["DUPLICATE_IP"], first: { confidence: "likely" } },
  },
  {
    name: "nor is anybody behind the router to blame for what it no longer passes to this laptop",
    within: { make: cutBeyond, edit: probed({ afterClaim: false }), says: ["ISP_REJECTS"] },
    beyond: { make: cutBeyond, edit: probed({ afterClaim: true }), says: ["DUPLICATE_IP"] },
  },
  {
    name: "a server that spoke has no address left",
    within: {
      make: both(noAddress(null), hears(9)),
      says: ["DHCP_NO_LEASE"],
      first: { alternatives: ["DHCP_POOL_FULL"] },
    },
    beyond: {
      make: both(noAddress("192.168.1.1"), hears(9)),
      says: ["DHCP_POOL_FULL"],
      first: { alternatives: ["DHCP_NO_LEASE"] },
    },
  },
  {
    name: "where nothing at all is heard, the network itself may be cut off",
    within: {
      make: both(noAddress(null), hears(1)),
      says: ["DHCP_NO_LEASE"],
      first: { alternatives: ["DHCP_POOL_FULL"] },
    },
    beyond: {
      make: both(noAddress(null), hears(0)),
      says: ["DHCP_NO_LEASE"],
      first: { alternatives: ["DHCP_POOL_FULL", "LAN_SILENT"] },
    },
  },
];
