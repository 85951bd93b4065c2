import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { registered } from "./harness.ts";
import { hookImports, loadTests } from "./load.ts";
import { createSwitch } from "./runtime.ts";

const asked = z.object({ mutant: z.number(), tests: z.array(z.number()) });
const started = z.object({ active: z.number(), code: z.map(z.string(), z.string()) });

/** One process of its own for the tests: counts what each passes, or tells which test notices a mutant. */
const { active, code } = started.parse(workerData);
const control = createSwitch(active);
Object.defineProperty(globalThis, "$mutant", { value: control });
hookImports(code);

const broken = await loadTests().then(
  () => null,
  (error: unknown) => String(error),
);

if (broken !== null) parentPort?.postMessage({ kind: "broken", why: broken });
else if (active !== 0) parentPort?.postMessage({ kind: "loaded", tests: registered.length });
else parentPort?.postMessage({ kind: "covered", tests: await coverage() });

parentPort?.on("message", (message: unknown) => {
  const { mutant, tests } = asked.parse(message);
  void firstFailure(mutant, tests).then((failed) => parentPort?.postMessage({ kind: "tried", mutant, failed }));
});

async function firstFailure(mutant: number, tests: readonly number[]): Promise<string | null> {
  control.active = mutant;
  try {
    for (const index of tests) {
      const failed = await fails(index);
      if (failed) return registered[index]?.name ?? "";
    }
    return null;
  } finally {
    control.active = active;
  }
}

async function coverage(): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  for (const index of registered.keys()) {
    control.passed = new Set();
    const start = performance.now();
    const failed = await fails(index);
    told.push({
      name: registered[index]?.name ?? "",
      ms: performance.now() - start,
      passed: [...control.passed],
      failed,
    });
  }
  control.passed = null;
  return told;
}

async function fails(index: number): Promise<boolean> {
  try {
    await registered[index]?.run();
    return false;
  } catch {
    return true;
  }
}
