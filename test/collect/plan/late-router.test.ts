import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScanInput } from "../../../src/collect/context/scan-input.ts";
import type { Evidence, Observation } from "../../../src/evidence/schema.ts";
import { runScan } from "../../../src/collect/plan/run-scan.ts";
import { startBlackHoles } from "../../../src/practice/servers/black-hole.ts";
import { laptop, startSmallOffice, type SmallOffice } from "./small-office.ts";

const GATEWAY = "127.41.0.77";
const MAC = "02:00:00:00:00:77";
const SILENT_MS = 1500;

let office: SmallOffice;
beforeAll(async () => {
  office = await startSmallOffice();
});
afterAll(async () => {
  await office.close();
});

function seen(evidence: Evidence, id: string): Observation | undefined {
  return evidence.observations.find((one) => one.id.startsWith(id));
}

/** A router whose three ports swallow everything until `wakes`; then they refuse, as a living machine does. */
async function scanWith(
  wakes: Promise<unknown>,
  mac: () => string | null,
  onProgress: ScanInput["onProgress"] = () => undefined,
): Promise<Evidence> {
  const holes = await startBlackHoles([53, 80, 443].map((port) => ({ address: GATEWAY, port })));
  const closed = wakes.then(() => holes.close());
  const evidence = await runScan(
    office.input({
      onProgress,
      only: ["laptop", "gateway", "systems", "dns"],
      skip: [],
      local: laptop({ resolver: office.dns, gateway: GATEWAY, gatewayMac: mac }),
    }),
  );
  await closed;
  return evidence;
}

describe("a router that keeps silent at first", () => {
  it("is heard when it speaks up later, and everything is asked anew", async () => {
    let awake = false;
    const waking = sleep(SILENT_MS).finally(() => {
      awake = true;
    });
    const seenBefore = new Map<string, number>();
    const evidence = await scanWith(
      waking,
      () => (awake ? MAC : null),
      (step) => {
        if (step.kind === "observation" && !awake) seenBefore.set(step.observation.id, step.observation.startMs);
      },
    );
    expect(seen(evidence, "gateway:")?.outcome).toBe("ok");
    expect(seen(evidence, "endpoint:s0")?.outcome).toBe("ok");
    for (const id of ["endpoint:s0", "dns:127.41.0.1"]) {
      const last = seen(evidence, id);
      expect(last?.startMs).toBeGreaterThan(seenBefore.get(last?.id ?? "") ?? Infinity);
    }
    expect(evidence.complete).toBe(true);
  });

  it("is not waited for where its hardware address is known: it may speak to nobody and forward all the same", async () => {
    // It speaks up as soon as the office's system has been asked: whoever waits for it then asks that anew.
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    const askings: Observation[] = [];
    const evidence = await scanWith(
      asked,
      () => MAC,
      (step) => {
        if (step.kind !== "observation" || !step.observation.id.startsWith("endpoint:s0")) return;
        askings.push(step.observation);
        resolve();
      },
    );
    expect(askings).toHaveLength(1);
    expect(seen(evidence, "endpoint:s0")).toMatchObject({ outcome: "ok", startMs: askings[0]?.startMs });
  });
});
