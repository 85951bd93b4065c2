import { describe, expect, it } from "vitest";
import type { Evidence, Observation } from "../../src/evidence/schema.ts";
import { renderVerdict } from "../../src/explain/render/verdict.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Verdict } from "../../src/judge/verdict.ts";
import { record } from "./record.ts";
import { GATEWAY, HEALTHY, honest, type World } from "./world.ts";

/** A computer that added so much to every time of the scan. */
function on(lagMs: number, worstLagMs: number, change: Partial<World>): Evidence {
  const evidence = record({ ...HEALTHY, ...change });
  const windows = Array.from({ length: 20 }, (_, at) => ({
    startMs: at * 500,
    durationMs: 500,
    lagMs,
    worstLagMs,
    echoMs: 0.1,
    worstEchoMs: 0.3,
    echoesSent: 15,
    echoesReceived: 15,
  }));
  const own: Observation = {
    id: "own-delay",
    collector: "ownDelay",
    target: "127.0.0.1",
    startMs: 0,
    durationMs: 10_000,
    outcome: "ok",
    evidence: { windows },
  };
  return { ...evidence, observations: [...evidence.observations, own] };
}
const causes = ({ findings }: Verdict): string[] => findings.map((one) => one.cause);
/** No series was taken: only the connections that were opened anyway. */
const noSeries: Partial<World> = { loss: { gateway: null, beyond: null } };

describe("times that a busy computer took", () => {
  it("are no finding as far as they may be its own", () => {
    expect(causes(judge(on(0.5, 10, { rttMs: 367, ...noSeries })))).toEqual(["HIGH_LATENCY"]);
    const busy = judge(on(40, 200, { rttMs: 367, ...noSeries }));
    expect([busy.status, causes(busy)]).toEqual(["healthy", []]);
    expect(causes(judge(on(40, 200, { rttMs: 600, ...noSeries })))).toEqual(["HIGH_LATENCY"]);
  });

  it("grade no line but a good one", () => {
    const grade = (lagMs: number, rttMs: number): Verdict["quality"] => judge(on(lagMs, 5 * lagMs, { rttMs })).quality;
    expect(grade(1, 250)).toMatchObject({ grade: "vc_fair", decidedBy: "rtt", medianMs: 250 });
    expect(grade(9.9, 250)).toMatchObject({ grade: "vc_fair" });
    expect(grade(10, 250)).toEqual({
      grade: "unknown",
      webGrade: "unknown",
      decidedBy: null,
      medianMs: null,
      jitterMs: null,
      lossPercent: null,
      busy: true,
    });
    // Times can only have been shorter.
    expect(grade(40, 12)).toMatchObject({ grade: "vc_good", webGrade: "web_good" });
    expect(grade(40, 12)).not.toHaveProperty("busy");
  });

  it("are said to be ungraded on the screen", () => {
    const evidence = on(40, 200, { rttMs: 250 });
    const text = renderVerdict(judge(evidence), evidence, "vi", { columns: 200, explain: false, colour: false });
    expect(text).toContain("Chất lượng đường truyền: Chưa đo; máy tính đang bận");
  });

  it("prove neither a narrow line nor a long queue nor a slow resolver", () => {
    expect(causes(judge(on(1, 5, { kbps: 256 })))).toEqual(["LOW_BANDWIDTH"]);
    expect(causes(judge(on(40, 200, { kbps: 256 })))).toEqual([]);
    expect(causes(judge(on(1, 5, { kbps: 4000, loadedMs: 400 })))).toEqual(["BUFFERBLOAT"]);
    expect(causes(judge(on(40, 200, { kbps: 4000, loadedMs: 400 })))).toEqual([]);
    const dns: World["dns"] = (server, name, type) => ({
      ...honest(server, name, type),
      ms: server === GATEWAY ? 1100 : 20,
    });
    expect(causes(judge(on(1, 5, { dns })))).toEqual(["DNS_SLOW"]);
    expect(causes(judge(on(40, 200, { dns })))).toEqual([]);
  });
});

describe("losses that a busy computer counted", () => {
  const lossy: Partial<World> = { loss: { gateway: [20, 8], beyond: [60, 24] } };
  it("are losses, unless it was kept waiting so long that its time-outs say nothing", () => {
    expect(causes(judge(on(40, 200, lossy)))).toEqual(["LAN_LOSS"]);
    const starved = judge(on(40, 500, lossy));
    expect([starved.status, causes(starved), starved.quality.grade, starved.quality.busy]).toEqual([
      "healthy",
      [],
      "unknown",
      true,
    ]);
  });
});

describe("everything else", () => {
  it("is judged as on a computer with nothing else to do", () => {
    const silent: Partial<World> = { reach: ({ address }) => (address === "203.0.113.10" ? "TIMEOUT" : null) };
    const changes: Partial<World>[] = [
      silent,
      { service: () => ({ status: 500 }) },
      { dns: () => ({ rcode: "NXDOMAIN", answers: [] }) },
      { agent: false },
    ];
    for (const change of changes) {
      const [idle, busy] = [judge(on(0.5, 5, change)), judge(on(60, 450, change))];
      expect(causes(busy)).toEqual(causes(idle));
      expect(busy.status).toBe(idle.status);
      expect(busy.findings).toEqual(idle.findings);
    }
  });
});
