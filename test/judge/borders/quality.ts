import { both, dead, set, type Change } from "../changes.ts";
import { HEALTHY } from "../world.ts";
import { each, type Border } from "./border.ts";

const rtt = (rttMs: number): Change => set({ rttMs });
const rate = (kbps: number, loadedMs: number | null = null): Change => set({ kbps, loadedMs });
/** What gets lost on the way to the router is lost on every way through it. */
const loss = (gateway: readonly [number, number], beyond: readonly [number, number] = gateway): Change =>
  set({ loss: { gateway, beyond } });
const idle = HEALTHY.rttMs;

/** ITU-T G.114, Wald's test of loss, and the rates below which nothing works: a hair more or less of each. */
export const QUALITY_BORDERS: readonly Border[] = [
  {
    name: "300 ms there and back are fine for calls",
    within: { make: rtt(300), says: [] },
    beyond: { make: rtt(303), says: ["HIGH_LATENCY"], first: { severity: "minor" } },
  },
  {
    name: "a satellite line is long by nature",
    within: { make: both(rtt(700), set({ site: { satellite: true, hadInternet: true } })), says: [] },
    beyond: {
      make: both(rtt(700), set({ site: { satellite: "unknown", hadInternet: true } })),
      says: ["HIGH_LATENCY"],
    },
  },
  {
    name: "500 kbit/s carry plain web work",
    within: { make: rate(500), says: [] },
    beyond: { make: rate(495), says: ["LOW_BANDWIDTH"], first: { severity: "minor", confidence: "certain" } },
  },
  {
    name: "a queue that adds 200 ms is felt",
    within: { make: rate(4000, idle + 198), says: [] },
    beyond: { make: rate(4000, idle + 200), says: ["BUFFERBLOAT"] },
  },
  {
    name: "a narrow line is narrow before its queue is long",
    within: { make: rate(495, idle + 900), says: ["LOW_BANDWIDTH"] },
    beyond: { make: rate(500, idle + 900), says: ["BUFFERBLOAT"] },
  },
  {
    name: "two lost packets accuse nobody",
    within: { make: loss([8, 2]), says: [] },
    beyond: { make: loss([8, 3]), says: ["LAN_LOSS"] },
  },
  {
    name: "three of 43 are chance, three of 42 are not (ten to one)",
    within: { make: loss([43, 3]), says: [] },
    beyond: { make: loss([42, 3]), says: ["LAN_LOSS"] },
  },
  {
    name: "a fifth of the packets lost on the cable is grave",
    within: { make: loss([21, 4]), says: ["LAN_LOSS"], first: { severity: "minor" } },
    beyond: { make: loss([20, 4]), says: ["LAN_LOSS"], first: { severity: "major" } },
  },
  {
    name: "the same of the line",
    within: { make: loss([30, 0], [43, 3]), says: [] },
    beyond: {
      make: loss([30, 0], [42, 3]),
      says: ["LINE_LOSS"],
      first: { severity: "minor", confidence: "likely", alternatives: ["LAN_LOSS"] },
    },
  },
  {
    name: "a fifth of the packets lost on the line is grave",
    within: { make: loss([30, 0], [21, 4]), says: ["LINE_LOSS"], first: { severity: "minor" } },
    beyond: { make: loss([30, 0], [20, 4]), says: ["LINE_LOSS"], first: { severity: "major" } },
  },
  {
    name: "28 clean samples of the cable do not clear it of a seventh lost behind it, 29 do (one in a hundred)",
    within: {
      make: loss([28, 0], [42, 6]),
      says: ["LINE_LOSS"],
      first: { confidence: "likely", alternatives: ["LAN_LOSS"] },
    },
    beyond: { make: loss([29, 0], [42, 6]), says: ["LINE_LOSS"], first: { confidence: "certain", alternatives: [] } },
  },
  {
    name: "a server silent three times is dead at a fifth lost, unlucky above (one in a hundred)",
    within: { make: both(loss([30, 0], [90, 25]), dead("203.0.113.10")), says: ["LINE_LOSS", "SERVER_DOWN"] },
    beyond: { make: both(loss([30, 0], [90, 26]), dead("203.0.113.10")), says: ["LINE_LOSS"] },
  },
  {
    name: "a handshake a second late hides a lost packet",
    within: { edit: late(880), says: [] },
    beyond: { edit: late(900), says: ["LINE_LOSS"] },
  },
  {
    name: "new connections alone that get lost are a limit on them: enough datagrams say so, all passed",
    within: { make: loss([30, 0], [42, 8]), edit: calls(11), says: ["LINE_LOSS"] },
    beyond: { make: loss([30, 0], [42, 8]), edit: calls(12), says: [] },
  },
  {
    name: "two rates that one line may show both are one line",
    within: { make: loss([30, 0], [66, 5]), edit: calls(20), says: ["LINE_LOSS"] },
    beyond: { make: loss([30, 0], [66, 12]), edit: calls(20), says: [] },
  },
  {
    name: "a few lost of each kind are one loss together",
    within: { make: loss([30, 0], [74, 4]), edit: calls(20, 1), says: [] },
    beyond: { make: loss([30, 0], [74, 4]), edit: calls(20, 3), says: ["LINE_LOSS"], first: { severity: "minor" } },
  },
  {
    name: "a target from which nothing ever came back filters, it does not lose",
    within: { make: loss([20, 20]), says: [] },
    beyond: { make: loss([20, 19]), says: ["LAN_LOSS"] },
  },
  {
    name: "2 of 30 here and 6 of 30 there decide nothing",
    within: {
      make: loss([30, 2], [30, 6]),
      says: ["LINE_LOSS"],
      first: { confidence: "likely", alternatives: ["LAN_LOSS"] },
    },
    beyond: { make: loss([30, 0], [30, 6]), says: ["LINE_LOSS"], first: { confidence: "certain", alternatives: [] } },
  },
  {
    name: "what passes through the router refutes what gets lost on the way to it",
    within: { make: loss([30, 9], [30, 0]), says: [] },
    beyond: { make: loss([30, 9], [30, 8]), says: ["LAN_LOSS"] },
  },
];

/** More of the datagrams of a call, of which some got lost. */
function calls(sent: number, lost = 0): NonNullable<Border["within"]["edit"]> {
  return each("stun", (one) => ({ ...one, evidence: { ...one.evidence, sent, received: sent - lost } }));
}

/** Three of the thirty handshakes of the line take longer, and all came back. */
function late(byMs: number): NonNullable<Border["within"]["edit"]> {
  return each("quality", (one) =>
    one.evidence.method === "tcp" && one.evidence.scope === "domestic"
      ? {
          ...one,
          evidence: { ...one.evidence, rttMs: one.evidence.rttMs.map((ms, index) => (index < 3 ? ms + byMs : ms)) },
        }
      : one,
  );
}
