import { afterEach, expect, test } from "vitest";
import { probeControl } from "../../../src/collect/probes/controls.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { startHttps } from "../../../src/practice/servers/https.ts";
import type { Running } from "../../../src/practice/servers/listen.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { elicit } from "../../../src/collect/net/elicit.ts";
import { openTcp } from "../../../src/collect/net/tcp.ts";
import { startBlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";
import { oddServer, testAuthority } from "../support/servers.ts";
import { soonerThan } from "../../support/sooner.ts";

const LIMITS = { attempts: 3, intervalMs: 20, timeoutMs: 300, answerMs: 300 };
const open: Running[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function target(port: number) {
  return { address: "127.0.0.1", port, region: "domestic", label: "control" } as const;
}

async function odd(...[serve]: Parameters<typeof oddServer>): Promise<Running> {
  const server = await oddServer(serve);
  open.push(server);
  return server;
}

test("a target that answers: three times, and a byte", async () => {
  const authority = await testAuthority();
  const server = await startHttps({
    address: "127.0.0.1",
    port: 0,
    identity: await authority.leaf({ names: ["a.test"] }),
    now: () => Date.now(),
  });
  open.push(server);
  const seen = await probeControl(testContext(), target(server.port), LIMITS);
  expect(observationSchema.parse(seen)).toMatchObject({ outcome: "ok", evidence: { answered: true, family: 4 } });
  expect(seen.evidence.attempts.map((one) => one.outcome)).toEqual(["ok", "ok", "ok"]);
});

test("any byte counts, whatever the protocol", async () => {
  const web = await odd((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
  expect((await probeControl(testContext(), target(web.port), LIMITS)).evidence.answered).toBe(true);
});

test("a handshake without a byte is not an answer", async () => {
  const silent = await odd((socket) => socket.resume());
  // On a port of its own the silence tells nothing: perhaps it was not the right word.
  expect((await probeControl(testContext(), target(silent.port), LIMITS)).evidence.answered).toBe("unknown");
  for (const port of [443, 80, 53]) {
    const context = testContext();
    const opened = await openTcp(context, "127.0.0.1", silent.port, { timeoutMs: 300 });
    if (!opened.ok) throw new Error("not open");
    expect(await elicit(context, opened.value.socket, port, 100)).toBe(false);
  }
});

test("refused and silent targets are told apart, and attempts do not add up", async () => {
  const closed = await refusingPort("127.0.0.1");
  expect(await probeControl(testContext(), target(closed.port), LIMITS)).toMatchObject({
    outcome: "failed",
    failure: { phase: "connect", code: "REFUSED" },
    evidence: { answered: "unknown" },
  });
  const hole = await startBlackHole();
  // Each try has its own time, and the next does not wait for its end.
  const long = { ...LIMITS, attempts: 20, timeoutMs: 1500 };
  expect(await soonerThan(20 * 1500, () => probeControl(testContext(), target(hole.port), long))).toMatchObject({
    outcome: "failed",
    failure: { code: "TIMEOUT" },
  });
  hole.close();
});

test("the end of the scan ends it", async () => {
  const stop = new AbortController();
  const context = testContext(stop.signal);
  const silent = await odd((socket) => socket.resume());
  const running = probeControl(context, target(silent.port), { ...LIMITS, answerMs: 10_000 });
  setTimeout(() => stop.abort(), 60);
  expect((await soonerThan(10_000, () => running)).evidence.answered).toBe("unknown");
});
