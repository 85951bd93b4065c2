import { afterAll, beforeAll, expect, test } from "vitest";
import { probeHttpControl, type HttpControlInput } from "../../../src/collect/probes/http-control.ts";
import { createTrustStore } from "../../../src/collect/endpoint/trust.ts";
import { createTimeoutPolicy } from "../../../src/collect/net/timeout-policy.ts";
import { observationSchema } from "../../../src/evidence/schema.ts";
import { startHttp, type HttpServer } from "../../../src/practice/servers/http.ts";
import { refusingPort } from "../../../src/practice/servers/refuse.ts";
import { testContext } from "../support/context.ts";
import { fixedNames } from "../support/endpoint.ts";

const LIMITS = { connectMs: 500, tlsMs: 500, answerMs: 300, totalMs: 2000 };
let page: HttpServer;
let portal: HttpServer;
beforeAll(async () => {
  const place = { address: "127.0.0.1", port: 0, now: () => Date.now() };
  page = await startHttp({ ...place, behaviour: { body: "Known Content" } });
  portal = await startHttp({ ...place, behaviour: { body: "Vui lòng thanh toán cước" } });
});
afterAll(() => Promise.all([page.close(), portal.close()]));

function ask(more: Partial<HttpControlInput> = {}, port = page.port) {
  const probe = { host: "page.test", port, path: "/c.txt", status: 200, bodyIncludes: "Known Content" };
  const tools = {
    resolver: fixedNames({ "portal.test": "127.0.0.1" }),
    timeouts: createTimeoutPolicy("linux"),
    trust: createTrustStore([]),
  };
  return probeHttpControl(testContext(), { probe, family: 4, address: "127.0.0.1", ...more }, tools, LIMITS);
}

test("the page itself", async () => {
  const seen = observationSchema.parse(await ask());
  expect(seen).toMatchObject({
    outcome: "ok",
    evidence: { matched: true, bodySample: "Known Content", hops: [{ status: 200 }] },
  });
});

test("another page in its place", async () => {
  page.change({ body: "advertising" });
  expect(await ask()).toMatchObject({ outcome: "ok", evidence: { matched: false, bodySample: "advertising" } });
  page.change({ status: 503, body: "Known Content" });
  expect((await ask()).evidence.matched).toBe(false);
  page.change({ status: 200 });
});

test("a portal: its page is what is read", async () => {
  page.change({ redirectTo: `http://portal.test:${String(portal.port)}/pay` });
  expect((await ask()).evidence).toMatchObject({
    matched: false,
    bodySample: "Vui lòng thanh toán cước",
    hops: [{ status: 302 }, { status: 200 }],
  });
  page.change({ redirectTo: "http://gone.test/" });
  const lost = await ask();
  expect(lost).toMatchObject({
    outcome: "ok",
    failure: { phase: "body", code: "NXDOMAIN" },
    evidence: { matched: false },
  });
  page.change({ redirectTo: null });
});

test("nothing there, silence, no name", async () => {
  const { port } = await refusingPort("127.0.0.1");
  expect(await ask({}, port)).toMatchObject({
    outcome: "failed",
    failure: { phase: "connect", code: "REFUSED" },
    evidence: { matched: "unknown" },
  });
  page.change({ hang: true });
  expect(await ask()).toMatchObject({ outcome: "failed", failure: { phase: "firstByte", code: "TIMEOUT" } });
  page.change({ hang: false });
  expect(await ask({ address: null })).toMatchObject({
    outcome: "skipped",
    failure: { phase: "resolve", code: "PREREQUISITE_DEAD" },
  });
});
