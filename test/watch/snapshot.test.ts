import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema, type Evidence } from "../../src/evidence/schema.ts";
import { judge } from "../../src/judge/judge.ts";
import { changesBetween, snapshotOf, type Snapshot } from "../../src/watch/snapshot.ts";

const storedSchema = z.object({ evidence: evidenceSchema });

/** Evidence that the fault laboratory recorded. */
function recorded(name: string): Evidence {
  const file = new URL(`../../fixtures/evidence/${name}.json`, import.meta.url);
  return storedSchema.parse(JSON.parse(readFileSync(file, "utf8"))).evidence;
}

function shown(name: string): Snapshot {
  const evidence = recorded(name);
  return snapshotOf(evidence, judge(evidence), "vi", {
    system: (result) => result.outcome,
    verdict: (verdict) => verdict.findings[0]?.cause ?? "–",
  });
}

describe("the live view", () => {
  it("shows link, address, router, resolvers, controls, systems and verdict, from the laptop outwards", () => {
    const lines = [...shown("healthy")];
    expect(lines[0]).toEqual(["Dây/sóng của eth0", "có tín hiệu"]);
    expect(lines.filter(([name]) => name.startsWith("Bộ định tuyến")).map(([, value]) => value)).toEqual(["trả lời"]);
    expect(lines.at(-1)).toEqual(["Kết luận", "–"]);
  });

  it("never calls silent what was not tried", () => {
    const lines = [...shown("link-down")];
    expect(lines).toContainEqual(["Dây/sóng của eth0", "mất tín hiệu"]);
    const resolvers = lines.filter(([name]) => name.startsWith("DNS "));
    expect(resolvers.length).toBeGreaterThan(0);
    expect(new Set(resolvers.map(([, value]) => value))).toEqual(new Set(["chưa thử được"]));
  });

  it("prints only what changed, and what has gone last", () => {
    const before = shown("link-down");
    const now = shown("healthy");
    const changes = changesBetween(before, now);
    expect(changes[0]).toEqual({ name: "Dây/sóng của eth0", before: "mất tín hiệu", now: "có tín hiệu" });
    expect(changes).toContainEqual({ name: "Kết luận", before: "LINK_DOWN", now: "–" });
    expect(changesBetween(now, now)).toEqual([]);
    expect(changesBetween(new Map([["a", "1"]]), new Map())).toEqual([{ name: "a", before: "1", now: undefined }]);
  });
});
