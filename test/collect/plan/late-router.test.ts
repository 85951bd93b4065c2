import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
async function scanWith(wakes: Promise<unknown>, mac: () => string | null): Promise<Evidence> {
  const holes = await startBlackHoles([53, 80, 443].map((port) => ({ address: GATEWAY, port })));
  const closed = wakes.then(() => holes.close());
  const evidence = await runScan(
    office.input({
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
    const evidence = await scanWith(waking, () => (awake ? MAC : null));
    expect(seen(evidence, "gateway:")?.outcome).toBe("ok");
    expect(seen(evidence, "endpoint:s0")?.outcome).toBe("ok");
    expect(seen(evidence, "endpoint:s0")?.startMs).toBeGreaterThan(SILENT_MS - 100);
    expect(seen(evidence, "dns:127.41.0.1")?.startMs).toBeGreaterThan(SILENT_MS - 100);
    expect(evidence.complete).toBe(true);
  });

  it("is not waited for where its hardware address is known: it may speak to nobody and forward all the same", async () => {
    const evidence = await scanWith(sleep(SILENT_MS), () => MAC);
    expect(seen(evidence, "endpoint:s0")?.outcome).toBe("ok");
    expect(seen(evidence, "endpoint:s0")?.startMs).toBeLessThan(SILENT_MS - 500);
  });
});
