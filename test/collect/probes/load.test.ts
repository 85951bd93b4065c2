import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadedQuality } from "../../../src/collect/probes/load/load.ts";
import { largestPage } from "../../../src/collect/plan/load-stage.ts";
import { skippedEndpoint } from "../../../src/collect/plan/skipped.ts";
import { startHttp, type HttpServer } from "../../../src/practice/servers/http.ts";
import { listen, type Running } from "../../../src/practice/servers/listen.ts";
import { system } from "../plan/small-office.ts";
import { testContext } from "../support/context.ts";
import { soonerThan } from "../../support/sooner.ts";

const KIB = 1024;

describe("a line under load", () => {
  let control: Running;
  let page: HttpServer;
  beforeAll(async () => {
    control = await listen(createServer(), { address: "127.0.0.1", port: 0 });
    page = await startHttp({
      address: "127.0.0.1",
      port: 0,
      now: () => Date.now(),
      behaviour: { body: "x".repeat(100 * KIB) },
    });
  });
  afterAll(async () => {
    await Promise.all([control.close(), page.close()]);
  });
  const source = () => ({ tls: false, host: "page.test", address: page.address, port: page.port, path: "/" });
  const run = (timeoutMs: number, mostBytes = 400 * KIB) =>
    loadedQuality(testContext(), { ...control, scope: "domestic" }, source(), { timeoutMs, mostBytes, streams: 2 });

  it("is measured with its rate, beside the same line at rest", async () => {
    const seen = await soonerThan(15_000, () => run(15_000));
    expect(seen).toMatchObject({
      id: "quality:127.0.0.1:loaded",
      outcome: "ok",
      evidence: { loaded: true, method: "tcp" },
    });
    expect(seen.evidence.throughputKbps).toBeGreaterThan(1000);
  });

  it("ends in time when the page never comes, and tells no rate", async () => {
    page.change({ hang: true });
    const seen = await soonerThan(15_000, () => run(500));
    page.change({ hang: false });
    expect(seen.evidence.throughputKbps).toBeNull();
    expect(seen.evidence.received).toBeGreaterThan(3);
  });

  it("asks an unwilling server once and no more", async () => {
    page.change({ status: 503, body: "busy" });
    const seen = await soonerThan(15_000, () => run(15_000));
    page.change({ status: 200, body: "x".repeat(100 * KIB) });
    expect(seen.evidence.throughputKbps).toBeNull();
  });
});

describe("the page for it", () => {
  const endpoint = { protocol: "https", host: "a.test", port: 443, path: "/x", network: "internet" } as const;
  const fetched = (bodyBytes: number, changes: { via?: "direct" | "proxy" } = {}) => {
    const seen = skippedEndpoint(
      { elapsed: () => 0 },
      { system: system("s", endpoint), index: 0, endpoint, address: "192.0.2.1", family: 4 },
      { phase: "connect", detail: "" },
    );
    const http = {
      hops: [],
      status: 200,
      bodyBytes,
      bodySample: "",
      statusExpected: true,
      bodyMatches: "unknown",
    } as const;
    return { ...seen, outcome: "ok" as const, evidence: { ...seen.evidence, http: { ...http, hops: [] }, ...changes } };
  };

  it("is the largest one of the profile's own, fetched directly", () => {
    expect(largestPage([fetched(30_000), fetched(90_000), fetched(900_000, { via: "proxy" })])).toEqual({
      tls: true,
      host: "a.test",
      address: "192.0.2.1",
      port: 443,
      path: "/x",
    });
  });
  it("is none at all when all are small", () => {
    expect(largestPage([fetched(2000)])).toBeNull();
  });
});
