import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evidenceSchema } from "../../src/evidence/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { qbrecover, startQbrecover } from "../support/qbrecover.ts";
import { isolated, QUICK, scratch, silentNames, TRACE } from "./offices.ts";

const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
/** A server that accepts and says nothing keeps the scan waiting for seconds. */
const SLOW = ["practice", "--json", "--save", "--fault", "server-hangs", "--lang", "en"];
/** The aim is 200 ms on an idle machine; tests run beside others on two cores. */
const GENEROUS_MS = 1500;
const document = z.object({ evidence: evidenceSchema, visit: z.object({ id: z.uuid() }).nullable() });

describe("Ctrl+C", () => {
  it.each([50, 100, 200, 300, 400, 500, 700, 1000, 1500, 2000])(
    "%i ms after the start: ends soon, and what was shown is stored and marked incomplete",
    async (delay) => {
      const folder = scratch();
      const running = startQbrecover([...SLOW, "--data-dir", folder]);
      await wait(delay);
      running.signal("SIGINT");
      const ended = await running.ended();
      process.stderr.write(
        `  interrupted at ${delay} ms: ended ${ended.msAfterSignal.toFixed(0)} ms later, ${ended.stdout.length} ` +
          `characters\n`,
      );
      // By the system before the tool could listen, with 130 after that. A shell sees 130 in both cases.
      expect([130, "SIGINT"]).toContain(ended.exitCode ?? ended.signal);
      expect(ended.msAfterSignal).toBeLessThan(GENEROUS_MS);
      expect(ended.stderr).not.toMatch(TRACE);
      const store = openStore(folder, "en");
      const visits = [...store.iterate({})];
      store.close();
      if (ended.stdout === "") return;
      const { evidence, visit } = document.parse(JSON.parse(ended.stdout));
      expect(evidence.complete).toBe(false);
      expect(visits).toHaveLength(1);
      expect(visits[0]).toMatchObject({ id: visit?.id, finishedAt: null, scan: { evidence: { complete: false } } });
      expect(visits[0]?.scan?.evidence.observations.length).toBe(evidence.observations.length);
    },
  );

  it.each(["SIGTERM", "SIGHUP"] as const)("%s in the middle keeps what was gathered, too", async (signal) => {
    const folder = scratch();
    const running = startQbrecover([...SLOW, "--data-dir", folder]);
    await running.printed("[2/");
    running.signal(signal);
    const ended = await running.ended();
    expect(ended.exitCode).toBe(130);
    expect(ended.msAfterSignal).toBeLessThan(GENEROUS_MS);
    expect(ended.stderr).not.toMatch(TRACE);
    expect(document.parse(JSON.parse(ended.stdout)).evidence.complete).toBe(false);
    expect(
      (await qbrecover(["visits", "list", "--data-dir", folder])).stdout.trim().split("\n").length,
    ).toBeGreaterThan(1);
  });

  it("a second time ends the process at once", async () => {
    const running = startQbrecover([...SLOW, "--data-dir", scratch()]);
    await running.printed("[2/");
    running.signal("SIGINT");
    running.signal("SIGINT");
    const ended = await running.ended();
    expect(ended.exitCode).toBe(130);
    expect(ended.msAfterSignal).toBeLessThan(500);
    expect(ended.stderr).not.toMatch(TRACE);
  });

  it("ends watching a machine without a network", async () => {
    const command = isolated([process.execPath, ENTRY]);
    if (command === null) return;
    const running = startQbrecover(["watch", "--lang", "en", "--data-dir", scratch()], { command });
    await running.printed("adapter");
    running.signal("SIGINT");
    const ended = await running.ended();
    expect(ended.exitCode).toBe(130);
    expect(ended.msAfterSignal).toBeLessThan(GENEROUS_MS);
  });

  it("ends an upload while the system looks for a name that nobody answers for", async () => {
    const folder = scratch();
    const command = silentNames(folder, [process.execPath, ENTRY]);
    const scan = isolated([process.execPath, ENTRY]);
    if (command === null || scan === null) return;
    expect((await startQbrecover(["scan", "--batch", "--data-dir", folder], { command: scan }).ended()).exitCode).toBe(
      1,
    );
    const running = startQbrecover(
      ["upload", "--to", "https://thu.example.test/x", "--lang", "en", "--data-dir", folder],
      { command },
    );
    await running.printed("[1/1]");
    await wait(300);
    running.signal("SIGINT");
    const ended = await running.ended();
    // glibc itself would wait for ten seconds.
    expect(ended.msAfterSignal).toBeLessThan(GENEROUS_MS);
    // By the signal where the look-up still holds the process; a shell reports 130 either way.
    expect([130, "SIGINT"]).toContain(ended.exitCode ?? ended.signal);
    expect(ended.stderr).not.toMatch(TRACE);
  });
});

describe("kill -9", () => {
  it("at any moment of saving scans leaves a store that can be read and written", { timeout: 90_000 }, async () => {
    const folder = scratch();
    await qbrecover(["practice", "--batch", "--save", "--data-dir", folder, ...QUICK]);
    for (const delay of [300, 500, 700, 900, 1100]) {
      const running = startQbrecover(["practice", "--batch", "--save", "--data-dir", folder, ...QUICK]);
      await wait(delay);
      running.signal("SIGKILL");
      await running.ended();
    }
    expect((await qbrecover(["practice", "--batch", "--save", "--data-dir", folder, ...QUICK])).exitCode).toBe(0);
    const { exitCode, stdout } = await qbrecover(["visits", "export", "--all", "--data-dir", folder]);
    expect(exitCode).toBe(0);
    expect(stdout.trim().split("\n").length).toBeGreaterThanOrEqual(2);
    for (const line of stdout.trim().split("\n")) JSON.parse(line);
  });
});
