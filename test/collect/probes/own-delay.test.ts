import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { startOwnDelay } from "../../../src/collect/probes/own-delay.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { testContext } from "../support/context.ts";

/** Keeps the event loop from running for so long. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test("tells in which half second this program was late, and by how much", async () => {
  const context = testContext();
  const own = startOwnDelay(context);
  await wait(700);
  const blockedAt = context.elapsed();
  block(400);
  await wait(900);
  const seen = own.stop();
  expect(observationSchema.parse(seen)).toEqual(seen);
  const { windows } = seen.evidence;
  const covering = windows.filter((one) => one.startMs <= blockedAt + 400 && blockedAt <= one.startMs + 500);
  expect(Math.max(...covering.map((one) => one.worstLagMs ?? 0))).toBeGreaterThanOrEqual(350);
  const received = windows.reduce((sum, one) => sum + one.echoesReceived, 0);
  expect(received).toBeGreaterThan(10);
  expect(windows.reduce((sum, one) => sum + one.echoesSent, 0)).toBeLessThanOrEqual(received + 1);
});

test("ends at once, also when it is stopped before its first tick, and twice after an abort", () => {
  const controller = new AbortController();
  const own = startOwnDelay(testContext(controller.signal));
  controller.abort();
  expect(own.stop().evidence.windows).toEqual([]);
  expect(own.stop().outcome).toBe("ok");
});
