import type { ObservationOf } from "../../../src/evidence/schema.ts";
import {
  both,
  DEAD_GATEWAY,
  eth,
  GATEWAY_ALIVE,
  gatewayDns,
  manual,
  noBeyond,
  routerUnheard,
  set,
  SILENT,
  type Change,
} from "../changes.ts";
import { BASELINE, ETH, GATEWAY, type GatewayWorld } from "../world.ts";
import { each, type Border, type Side } from "./border.ts";

type Edit = NonNullable<Side["edit"]>;

/** Nobody beyond the office answers; of the router itself there is no more than this. */
function router(part: Partial<GatewayWorld>): Change {
  return both(
    noBeyond(),
    gatewayDns(() => SILENT),
    set({ hops: [], loss: { gateway: null, beyond: null } }),
    set({ gateways: [{ ...DEAD_GATEWAY, tcp53: "TIMEOUT", ...part }] }),
  );
}

/** The entry of the neighbour table is still there; the system has not asked anew. */
const listed = (state: GatewayWorld["state"]): Change => router({ state, mac: GATEWAY_ALIVE.mac });

function probed(part: Partial<ObservationOf<"gateway">["evidence"]>): Edit {
  return each("gateway", (one) => ({ ...one, evidence: { ...one.evidence, ...part } }));
}

const before = (state: GatewayWorld["state"] | null): Edit =>
  probed({ neighbourBefore: state === null ? null : { state, mac: GATEWAY_ALIVE.mac } });

/** Nobody of the office answers; the port hears so many packets. */
const heard = (packets: number, devices = 0): Change =>
  both(
    routerUnheard,
    eth({ counters: { ...(ETH.counters ?? NONE), rxPacketsBefore: 1000, rxPacketsAfter: 1000 + packets } }),
    set({
      devices: [],
      loss: { gateway: null, beyond: null },
      baseline: devices === 0 ? null : { ...BASELINE, devices: BASELINE.devices.slice(0, devices) },
    }),
  );
const NONE = { rxPacketsBefore: 0, rxPacketsAfter: 0, txPacketsBefore: 0, txPacketsAfter: 0, rxErrors: 0, txErrors: 0 };

const noTable: Edit = each("neighbours", (one) => ({
  ...one,
  outcome: "failed",
  failure: { phase: "read", code: "NOT_AVAILABLE" },
  evidence: { entries: [] },
}));

const swept = (asked: number): Edit =>
  each("sweep", (one) => ({ ...one, evidence: { ...one.evidence, asked, truncated: true, groups: true } }));

const typed = (known: string): Change =>
  both(
    routerUnheard,
    eth({ addresses: [{ ...manual, address: "192.168.1.100" }] }),
    set({
      lease: { dhcp: false },
      baseline: { ...BASELINE, gateways: [{ address: known, mac: GATEWAY_ALIVE.mac }] },
    }),
  );

const DOUBT = { confidence: "likely", alternatives: ["GATEWAY_NOT_FORWARDING"] } as const;

/** What shows a router alive, what shows it dead, and who else must be there before it is blamed alone. */
export const GATEWAY_BORDERS: readonly Border[] = [
  {
    name: "ARP alone shows a router alive, an entry from before shows nothing",
    within: { make: listed("reachable"), edit: before("reachable"), says: ["GATEWAY_DOWN"], first: DOUBT },
    beyond: { make: listed("reachable"), edit: before("stale"), says: ["GATEWAY_NOT_FORWARDING"] },
  },
  {
    name: "an entry that was not there before the probes is a sign of life",
    within: { make: listed("stale"), edit: before(null), says: ["GATEWAY_DOWN"], first: DOUBT },
    beyond: { make: listed("reachable"), edit: before(null), says: ["GATEWAY_NOT_FORWARDING"] },
  },
  {
    name: "older evidence does not tell what was there before",
    within: { make: listed("reachable"), says: ["GATEWAY_DOWN"], first: DOUBT },
    beyond: { make: listed("reachable"), edit: before("delay"), says: ["GATEWAY_NOT_FORWARDING"] },
  },
  {
    name: "its hardware address, asked for and told, is life",
    within: { make: router({}), edit: probed({ asked: { mac: null } }), says: ["GATEWAY_DOWN"] },
    beyond: {
      make: router({}),
      edit: probed({ asked: { mac: GATEWAY_ALIVE.mac } }),
      says: ["GATEWAY_NOT_FORWARDING"],
    },
  },
  {
    name: "a port that refuses is life, and more than a reflex",
    within: { make: router({ tcp53: "TIMEOUT" }), says: ["GATEWAY_DOWN"], first: { confidence: "certain" } },
    beyond: { make: router({ tcp53: "REFUSED" }), says: ["LINE_DOWN"] },
  },
  {
    name: "so is one that resets",
    within: { make: router({ tcp53: "HOST_UNREACHABLE" }), says: ["GATEWAY_DOWN"], first: { confidence: "certain" } },
    beyond: { make: router({ tcp53: "RESET" }), says: ["LINE_DOWN"] },
  },
  {
    name: "one echo that came back is life",
    within: {
      make: router({}),
      edit: probed({ icmp: { sent: 3, received: 0, rttMs: [], errors: [] } }),
      says: ["GATEWAY_DOWN"],
    },
    beyond: {
      make: router({}),
      edit: probed({ icmp: { sent: 3, received: 1, rttMs: [1], errors: [] } }),
      says: ["LINE_DOWN"],
    },
  },
  {
    name: "an entry in doubt is no death, unless the system says that nobody is there",
    within: { make: listed("probe"), says: ["GATEWAY_DOWN"], first: DOUBT },
    beyond: {
      make: both(listed("probe"), router({ state: "probe", mac: GATEWAY_ALIVE.mac, tcp53: "HOST_UNREACHABLE" })),
      says: ["GATEWAY_DOWN"],
      first: { confidence: "certain", alternatives: [] },
    },
  },
  {
    name: "without the neighbour table nobody is missing",
    within: { make: heard(0), edit: noTable, says: ["GATEWAY_DOWN"], first: { confidence: "likely" } },
    beyond: { make: heard(0), says: ["LAN_SILENT"] },
  },
  {
    name: "five stray packets are nobody, six are somebody",
    within: { make: heard(5), says: ["LAN_SILENT"] },
    beyond: { make: heard(6), says: ["GATEWAY_DOWN"], first: { confidence: "likely", alternatives: ["LAN_SILENT"] } },
  },
  {
    name: "one device that was there before may be switched off, two are not",
    within: { make: heard(0, 1), says: ["LAN_SILENT"], first: { confidence: "likely" } },
    beyond: { make: heard(0, 2), says: ["LAN_SILENT"], first: { confidence: "certain", alternatives: [] } },
  },
  {
    name: "29 addresses asked are no search of the office, 30 are",
    within: { make: heard(0, 2), edit: swept(29), says: ["LAN_SILENT"], first: { confidence: "likely" } },
    beyond: { make: heard(0, 2), edit: swept(30), says: ["LAN_SILENT"], first: { confidence: "certain" } },
  },
  {
    name: "a router that somebody typed may never have been there, unless the last visit met it",
    within: {
      make: typed("192.168.1.254"),
      says: ["GATEWAY_DOWN"],
      first: { confidence: "likely", alternatives: ["STATIC_WRONG_SUBNET"] },
    },
    beyond: { make: typed(GATEWAY), says: ["GATEWAY_DOWN"], first: { confidence: "certain", alternatives: [] } },
  },
  {
    name: "a cable that loses a fifth does not hide a router that was asked three times, one that loses more may",
    within: {
      make: both(routerUnheard, set({ loss: { gateway: null, lan: [42, 9], beyond: null } })),
      says: ["LAN_LOSS", "GATEWAY_DOWN"],
    },
    beyond: {
      make: both(routerUnheard, set({ loss: { gateway: null, lan: [41, 9], beyond: null } })),
      says: ["LAN_LOSS"],
      first: { confidence: "likely", alternatives: ["GATEWAY_DOWN"] },
    },
  },
];
