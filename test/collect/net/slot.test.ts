import { expect, test } from "vitest";
import { pause } from "../../../src/collect/net/settle.ts";
import { inSlot } from "../../../src/collect/net/slot.ts";
import { testContext } from "../support/context.ts";

test("at most eight measure at once", async () => {
  const context = testContext();
  let running = 0;
  let most = 0;
  const measure = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await pause(context, 10);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 40 }, () => inSlot(context, 1000, measure)));
  expect(most).toBe(8);
});

test("those that only wait don't keep the others waiting", async () => {
  const context = testContext();
  const over = Promise.withResolvers<void>();
  let begun = 0;
  const silent = Array.from({ length: 16 }, () =>
    inSlot(context, 20, () => {
      begun += 1;
      return over.promise;
    }),
  );
  // None of the silent ends before all others have had their turn.
  await inSlot(context, 20, () => pause(context, 1));
  expect(begun).toBe(16);
  over.resolve();
  await Promise.all(silent);
});

test("hands on what the measurement gives", async () => {
  expect(await inSlot(testContext(), 5, () => Promise.resolve(7))).toBe(7);
});
