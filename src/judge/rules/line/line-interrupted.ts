import type { Contact } from "../../facts/contact.ts";
import { unique } from "../../facts/observed.ts";
import { everySystem } from "../help.ts";
import type { Rule } from "../rule.ts";

/** The line came or went while the scan was running: everything before one moment differs from everything after it. */
export const lineInterrupted: Rule = {
  cause: "LINE_INTERRUPTED",
  needs: ["link", "address", "gateway", "line"],
  breaks: ["line", "names", "clock"],
  evaluate({ facts }) {
    const timed = facts.contacts.filter(
      (one) =>
        one.open !== "unknown" &&
        one.transport === "tcp" &&
        (one.open === true ||
          one.code === "TIMEOUT" ||
          one.code === "NET_UNREACHABLE" ||
          one.code === "HOST_UNREACHABLE"),
    );
    const turn = turnOf(timed);
    if (turn === null) return null;
    return {
      confidence: "likely",
      alternatives: ["GATEWAY_DOWN"],
      impact: "down",
      systems: everySystem(facts),
      params: {
        before: turn.before.length,
        after: turn.after.length,
        seconds: Math.round(turn.atMs / 1000),
        direction: turn.before[0]?.open === true ? "lost" : "came",
      },
      evidence: [...turn.before, ...turn.after].map((one) => one.id),
    };
  },
};

interface Turn {
  readonly atMs: number;
  readonly before: readonly Contact[];
  readonly after: readonly Contact[];
}

// One group of servers that is down is probed later than the controls too; so the same address must have been seen in
// both states, and on each side of the moment there must be several addresses, all of one mind.
function turnOf(contacts: readonly Contact[]): Turn | null {
  const sorted = contacts.toSorted((a, b) => a.startMs - b.startMs);
  for (let at = 1; at < sorted.length; at += 1) {
    const before = sorted.slice(0, at);
    const after = sorted.slice(at);
    const was = before[0]?.open;
    if (before.some((one) => one.open !== was) || after.some((one) => one.open === was)) continue;
    const addresses = (side: readonly Contact[]): string[] => unique(side.map((one) => one.address));
    const both = addresses(before).filter((address) => addresses(after).includes(address));
    if (addresses(before).length >= 2 && addresses(after).length >= 2 && both.length > 0)
      return { atMs: after[0]?.startMs ?? 0, before, after };
  }
  return null;
}
