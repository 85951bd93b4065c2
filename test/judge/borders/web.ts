import { both, dead, set, systems, type Change } from "../changes.ts";
import { each, type Border, type Side } from "./border.ts";

type Timed = "connect" | "tls" | "firstByte";

/** Every page takes this long for one of its steps. */
function takes(which: Timed, durationMs: number): NonNullable<Side["edit"]> {
  return each("endpoint", (one) => {
    const { steps, protocol } = one.evidence;
    const step = steps[which];
    if (protocol !== "https" || step === undefined) return one;
    return { ...one, evidence: { ...one.evidence, steps: { ...steps, [which]: { ...step, durationMs } } } };
  });
}

/** Only these systems are asked. */
const asked = (...ids: readonly string[]): Change =>
  systems((one) => ({ ...one, enabled: one.enabled && ids.includes(one.id) }));

const rate = (kbps: number): Change => set({ kbps });

/** ITU-T G.1010: what people call a quick page and a slow one. */
export const WEB_BORDERS: readonly Border[] = [
  {
    name: "a connection in 200 ms is quick",
    within: { edit: takes("connect", 200), says: [], grade: { webGrade: "web_good" } },
    beyond: { edit: takes("connect", 200.1), says: [], grade: { webGrade: "web_fair" } },
  },
  {
    name: "half a second of handshake is quick",
    within: { edit: takes("tls", 500), says: [], grade: { webGrade: "web_good" } },
    beyond: { edit: takes("tls", 500.1), says: [], grade: { webGrade: "web_fair" } },
  },
  {
    name: "a first byte within two seconds is quick",
    within: { edit: takes("firstByte", 2000), says: [], grade: { webGrade: "web_good" } },
    beyond: { edit: takes("firstByte", 2000.1), says: [], grade: { webGrade: "web_fair" } },
  },
  {
    name: "after four seconds nobody waits",
    within: { edit: takes("firstByte", 4000), says: [], grade: { webGrade: "web_fair" } },
    beyond: { edit: takes("firstByte", 4000.1), says: [], grade: { webGrade: "web_poor" } },
  },
  {
    name: "2000 kbit/s are good for pages",
    within: { make: rate(2000), says: [], grade: { webGrade: "web_good" } },
    beyond: { make: rate(1999), says: [], grade: { webGrade: "web_fair" } },
  },
  {
    name: "500 kbit/s are enough for pages",
    within: { make: rate(500), says: [], grade: { webGrade: "web_fair" } },
    beyond: { make: rate(499), says: ["LOW_BANDWIDTH"], grade: { webGrade: "web_poor" } },
  },
  {
    name: "one page of six that does not come is bad luck, one of five is a poor web",
    within: {
      make: both(asked("onestop", "docs", "portal", "vc", "dvcqg", "sso"), dead("203.0.113.10")),
      says: ["SERVER_DOWN"],
      grade: { webGrade: "web_good" },
    },
    beyond: {
      make: both(asked("onestop", "docs", "portal", "dvcqg", "sso"), dead("203.0.113.10")),
      says: ["SERVER_DOWN"],
      grade: { webGrade: "web_poor" },
    },
  },
  {
    name: "without a page there is no grade of pages",
    within: { make: asked("sign_tsa"), says: [], grade: { webGrade: "unknown", grade: "vc_good" } },
    beyond: { make: asked("sign_tsa", "docs"), says: [], grade: { webGrade: "web_good", grade: "vc_good" } },
  },
];
