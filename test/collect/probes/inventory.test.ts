import { expect, it } from "vitest";
import { inventory } from "../../../src/collect/probes/inventory.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { realContext } from "../local/support.ts";

it("tells what this machine is", async () => {
  const observation = await inventory(realContext(), 10_000);
  expect(observationSchema.parse(observation)).toMatchObject({ id: "inventory", outcome: "ok" });
  expect(observation.evidence.os).not.toBeNull();
  expect(observation.evidence.memoryBytes).toBeGreaterThan(0);
});

it("never makes the scan wait: late is unknown", async () => {
  const started = performance.now();
  const observation = await inventory(realContext(), 1);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(observationSchema.parse(observation).collector).toBe("inventory");
});

it("ends when the scan is interrupted, and says so where nothing was told yet", async () => {
  const abort = new AbortController();
  abort.abort();
  const observation = await inventory(realContext({ signal: abort.signal }), 10_000);
  expect(observation).toMatchObject({ outcome: "unknown", failure: { code: "ABORTED" } });
});
