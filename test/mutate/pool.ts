import { Worker } from "node:worker_threads";
import { z } from "zod";

const coveredMessage = z.object({
  kind: z.literal("covered"),
  tests: z.array(z.object({ name: z.string(), ms: z.number(), passed: z.array(z.number()), failed: z.boolean() })),
});
const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("broken"), why: z.string() }),
  z.object({ kind: z.literal("loaded"), tests: z.number() }),
  coveredMessage,
  z.object({ kind: z.literal("tried"), mutant: z.number(), failed: z.string().nullable() }),
]);
export type Told = z.infer<typeof message>;
export type Covered = z.infer<typeof coveredMessage>["tests"];

/** What became of one mutant: the test that noticed it, or how else it was noticed; null where nobody did. */
export type Fate = string | null;

/** A thread that has loaded the tests, with one mutant switched on from the start or none. */
export interface Runner {
  /** Its first word: loaded, broken, or what each test passes. */
  readonly ready: Promise<Told>;
  tried(mutant: number, tests: readonly number[]): Promise<Fate>;
  end(): Promise<void>;
}

/**
 * Starts a thread.
 * @param code instrumented text of each mutated file, by its URL
 * @param active id of the mutant that is there when modules are loaded; 0 for none
 * @param patienceMs a mutant that loops for ever is stopped after this, and counts as noticed
 */
export function startRunner(code: ReadonlyMap<string, string>, active: number, patienceMs: number): Runner {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: { active, code } });
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const next = (): Promise<Told> =>
    new Promise((resolve) => {
      const done = (told: Told): void => {
        clearTimeout(timer);
        worker.off("message", heard).off("error", broke).off("exit", ended);
        resolve(told);
      };
      const heard = (told: unknown): void => done(message.parse(told));
      const broke = (error: unknown): void => done({ kind: "broken", why: String(error) });
      const ended = (): void => done({ kind: "broken", why: "ended" });
      const timer = setTimeout(() => {
        void worker.terminate();
        done({ kind: "broken", why: "no end" });
      }, patienceMs);
      worker.on("message", heard).on("error", broke).on("exit", ended);
    });
  return {
    ready: next(),
    tried: async (mutant, tests) => {
      const answer = next();
      worker.postMessage({ mutant, tests });
      const told = await answer;
      return told.kind === "tried" ? told.failed : told.kind === "broken" ? told.why : "confused";
    },
    end: async () => {
      void worker.terminate();
      await gone;
    },
  };
}
