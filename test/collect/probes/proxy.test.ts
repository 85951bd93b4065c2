import { afterAll, beforeAll, expect, test } from "vitest";
import { probeLocalAgent } from "../../../src/collect/probes/local-agent.ts";
import { probeProxy, type ProxyControl } from "../../../src/collect/probes/proxy.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { startAgent } from "../../../src/practice/servers/agent.ts";
import { startHttp, type HttpServer } from "../../../src/practice/servers/http.ts";
import { startProxy, type ProxyServer } from "../../../src/practice/servers/proxy.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { startBlackHole } from "../support/black-hole.ts";
import { testContext } from "../support/context.ts";

const LIMITS = { connectMs: 500, answerMs: 200 };
const place = { address: "127.0.0.1", port: 0 };
let page: HttpServer;
let proxy: ProxyServer;
beforeAll(async () => {
  page = await startHttp({ ...place, now: () => Date.now() });
  proxy = await startProxy(place);
});
afterAll(() => Promise.all([page.close(), proxy.close()]));

function ask(control: ProxyControl | null, port = proxy.port, address: string | null = "127.0.0.1") {
  return probeProxy(testContext(), { host: "proxy.test", port, address, source: "environment", control }, LIMITS);
}
const tunnel = (): ProxyControl => ({ kind: "tunnel", host: page.address, port: page.port });

test("relays a tunnel and a page", async () => {
  expect(observationSchema.parse(await ask(tunnel()))).toMatchObject({
    outcome: "ok",
    evidence: { reachable: true, relays: true, status: 200 },
  });
  expect(await ask({ kind: "plain", host: page.address, port: page.port, path: "/" })).toMatchObject({
    outcome: "ok",
    evidence: { relays: true },
  });
  expect(await ask(null)).toMatchObject({
    outcome: "ok",
    evidence: { reachable: true, relays: "unknown", status: null },
  });
});

test("wants a log-in, cannot reach the control, hangs", async () => {
  proxy.change({ mode: "deny", status: 407 });
  expect(await ask(tunnel())).toMatchObject({
    outcome: "failed",
    failure: { phase: "proxy" },
    evidence: { reachable: true, relays: false, status: 407 },
  });
  proxy.change({ mode: "silent" });
  expect(await ask(tunnel())).toMatchObject({
    failure: { code: "TIMEOUT" },
    evidence: { reachable: true, relays: false },
  });
  proxy.change({ mode: "relay" });
  const gone = await refusingPort("127.0.0.1");
  expect(await ask({ kind: "tunnel", host: gone.address, port: gone.port })).toMatchObject({
    evidence: { relays: false, status: 502 },
  });
});

test("is gone: nothing is known of its relaying", async () => {
  const gone = await refusingPort("127.0.0.1");
  expect(await ask(tunnel(), gone.port)).toMatchObject({
    failure: { phase: "proxy", code: "REFUSED" },
    evidence: { reachable: false, relays: "unknown" },
  });
  expect(await ask(tunnel(), 3128, null)).toMatchObject({
    outcome: "failed",
    failure: { phase: "resolve" },
    evidence: { reachable: "unknown" },
  });
});

test("a local agent listens, or not, or cannot be told", async () => {
  const agent = await startAgent(place);
  const at = (port: number) =>
    probeLocalAgent(testContext(), { system: "sign_local", address: "127.0.0.1", port }, 200);
  expect(observationSchema.parse(await at(agent.port))).toMatchObject({ outcome: "ok", evidence: { listening: true } });
  await agent.close();
  expect(await at(agent.port)).toMatchObject({
    outcome: "failed",
    failure: { code: "REFUSED" },
    evidence: { listening: false },
  });
  const hole = await startBlackHole();
  expect(await at(hole.port)).toMatchObject({ outcome: "unknown", evidence: { listening: "unknown" } });
  hole.close();
});
