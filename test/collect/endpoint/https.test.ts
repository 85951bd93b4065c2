import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Authority, Identity } from "../../../src/practice/servers/authority.ts";
import { startHttps, type HttpsServer } from "../../../src/practice/servers/https.ts";
import { probe, type Wanted } from "../support/endpoint.ts";
import { testContext } from "../support/context.ts";
import { testAuthority } from "../support/servers.ts";

let authority: Authority;
let good: Identity;
let server: HttpsServer;
beforeAll(async () => {
  authority = await testAuthority();
  good = await authority.leaf({ names: ["one.test"] });
  server = await startHttps({ address: "127.0.0.1", port: 0, identity: good, now: () => Date.now() });
});
afterAll(() => server.close());

function https(expectation?: { readonly bodyIncludes?: string; readonly status?: number[] }) {
  return {
    protocol: "https",
    port: server.port,
    ...(expectation === undefined ? {} : { expect: expectation }),
  } as const;
}

test("a good server: every step, its chain and its answer", async () => {
  const before = Date.now();
  const seen = await probe({ endpoint: https({ bodyIncludes: "OK" }), trust: [authority.root] });
  const after = Date.now();
  expect(seen).toMatchObject({
    id: "endpoint:s:0:4",
    outcome: "ok",
    evidence: {
      address: "127.0.0.1",
      resolvedBy: "test",
      via: "direct",
      connectTries: 1,
      tls: { protocol: "TLSv1.3", authorized: true, authorizationError: null, nameMatches: true },
      http: { status: 200, statusExpected: true, bodyMatches: true, hops: [{ status: 200, location: null }] },
    },
  });
  expect(Object.values(seen.evidence.steps).map((step) => step?.outcome)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  const [leaf, issuer] = seen.evidence.tls?.chain ?? [];
  expect(leaf).toMatchObject({
    commonName: "one.test",
    altNames: ["one.test"],
    sha256: good.sha256,
    selfSigned: false,
  });
  expect(issuer?.subject).toBe(leaf?.issuer);
  expect(Date.parse(leaf?.notAfter ?? "")).toBeGreaterThan(Date.now());
  // Both clocks are this machine's: its own moment of receiving, and the server's, in whole seconds.
  const told = Date.parse(seen.evidence.http?.hops[0]?.date ?? "");
  const received = seen.evidence.receivedAtMs ?? 0;
  expect([before - 1000 <= told, told <= received, before <= received, received <= after]).toEqual(Array(4).fill(true));
});

describe("certificates are facts, not failures", () => {
  test.each(["expired", "notYetValid", "chainIncomplete", "selfSigned"] as const)("%s", async (fault) => {
    const identity = await authority.leaf({ names: ["one.test"], fault });
    server.change({ identity });
    const seen = await probe({ endpoint: https(), trust: [authority.root] });
    server.change({ identity: good });
    expect(seen).toMatchObject({
      outcome: "ok",
      evidence: { tls: { authorized: false, nameMatches: true }, http: { status: 200 } },
    });
    const words = {
      expired: "CERT_HAS_EXPIRED",
      notYetValid: "CERT_NOT_YET_VALID",
      chainIncomplete: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      selfSigned: "DEPTH_ZERO_SELF_SIGNED_CERT",
    };
    expect(seen.evidence.tls?.authorizationError).toBe(words[fault]);
    expect(seen.evidence.tls?.chain[0]?.selfSigned).toBe(fault === "selfSigned");
  });

  test("another name", async () => {
    const seen = await probe({
      endpoint: { ...https(), host: "two.test" },
      trust: [authority.root],
    });
    expect(seen.evidence.tls).toMatchObject({ authorized: true, nameMatches: false });
  });

  test("an authority that nobody knows", async () => {
    const seen = await probe({ endpoint: https() });
    expect(seen).toMatchObject({
      outcome: "ok",
      evidence: { tls: { authorized: false, authorizationError: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" } },
    });
  });
});

describe("answers", () => {
  test("an error status and another page are facts", async () => {
    server.change({ status: 503 });
    expect(await probe({ endpoint: https() })).toMatchObject({
      outcome: "ok",
      evidence: { http: { status: 503, statusExpected: false } },
    });
    server.change({ status: 200, body: "someone else's page\u001b[2J" });
    const seen = await probe({ endpoint: https({ bodyIncludes: "Cổng dịch vụ" }) });
    expect(seen.evidence.http).toMatchObject({
      statusExpected: true,
      bodyMatches: false,
      bodySample: "someone else's page[2J",
    });
    server.change({ body: "OK" });
  });

  test("expected words are found whatever their normal form", async () => {
    server.change({ body: "Cổng dịch vụ".normalize("NFD") });
    expect((await probe({ endpoint: https({ bodyIncludes: "Cổng dịch vụ" }) })).evidence.http?.bodyMatches).toBe(true);
    server.change({ body: "OK" });
  });

  test("a server that accepts and hangs keeps the steps before", async () => {
    server.change({ hang: true });
    const seen = await probe({ endpoint: https(), limits: { answerMs: 200 } });
    server.change({ hang: false });
    expect(seen).toMatchObject({
      outcome: "failed",
      failure: { phase: "firstByte", code: "TIMEOUT" },
      evidence: {
        steps: {
          connect: { outcome: "ok" },
          tls: { outcome: "ok" },
          firstByte: { outcome: "failed", code: "TIMEOUT" },
        },
      },
    });
    expect(seen.evidence.tls?.chain.length).toBeGreaterThan(0);
  });

  test("the profile's own time-out replaces the plan's", async () => {
    server.change({ delayMs: 400 });
    const patient = await probe({ endpoint: { ...https(), timeoutMs: 2000 }, limits: { answerMs: 100 } });
    const hurried = await probe({ endpoint: { ...https(), timeoutMs: 100 } });
    server.change({ delayMs: 0 });
    expect(patient.outcome).toBe("ok");
    expect(hurried.failure).toMatchObject({ phase: "firstByte", code: "TIMEOUT" });
  });
});

describe("redirects", () => {
  test("on the same host are followed, hop by hop", async () => {
    server.change({
      pages: { "/": { status: 302, body: "", headers: { location: "/home" } }, "/home": { status: 200, body: "home" } },
    });
    const seen = await probe({ endpoint: https() });
    expect(seen.evidence.http).toMatchObject({
      status: 200,
      bodySample: "home",
      statusExpected: true,
      hops: [{ status: 302, location: "/home" }, { status: 200 }],
    });
  });

  test("to another host are recorded, not followed, and not expected", async () => {
    server.change({ pages: { "/": { status: 302, body: "moved", headers: { location: "http://portal.test/pay" } } } });
    const seen = await probe({ endpoint: https() });
    expect(seen).toMatchObject({ outcome: "ok", evidence: { http: { status: 302, statusExpected: false } } });
    expect(seen.evidence.http?.hops).toHaveLength(1);
    expect(seen.evidence.http?.hops[0]?.location).toBe("http://portal.test/pay");
  });

  test("to a host that the profile expects are followed", async () => {
    const target = `https://two.test:${String(server.port)}/two`;
    server.change({
      pages: { "/": { status: 302, body: "", headers: { location: target } }, "/two": { status: 200, body: "two" } },
    });
    const endpoint = {
      protocol: "https",
      port: server.port,
      expect: { redirectTo: ["two.test"] },
    } satisfies Wanted["endpoint"];
    const names = { "one.test": "127.0.0.1", "two.test": "127.0.0.1" };
    expect((await probe({ endpoint, names })).evidence.http).toMatchObject({ bodySample: "two", statusExpected: true });
    expect(await probe({ endpoint })).toMatchObject({
      outcome: "failed",
      failure: { phase: "body", code: "NXDOMAIN" },
      evidence: { http: { status: 302, end: "lost", lost: { host: "two.test", phase: "resolve", code: "NXDOMAIN" } } },
    });
  });

  test("to the endpoint's own host go where it was found, without another look-up", async () => {
    const location = `https://ONE.test:${String(server.port)}/two`;
    server.change({
      pages: { "/": { status: 302, body: "", headers: { location } }, "/two": { status: 200, body: "two" } },
    });
    expect((await probe({ endpoint: { protocol: "https", port: server.port }, names: {} })).evidence).toMatchObject({
      resolvedBy: "test",
      address: "127.0.0.1",
      http: { status: 200, bodySample: "two" },
    });
  });

  test("show the certificate of each host on the way", async () => {
    const other = await testAuthority("Other authority");
    const expired = await authority.leaf({ names: ["two.test"], fault: "expired" });
    const second = await startHttps({ address: "127.0.0.1", port: 0, identity: expired, now: () => Date.now() });
    const location = `https://two.test:${String(second.port)}/two`;
    server.change({ pages: { "/": { status: 302, body: "", headers: { location } } } });
    const wanted = {
      endpoint: { ...https(), expect: { redirectTo: ["two.test"] } },
      names: { "one.test": "127.0.0.1", "two.test": "127.0.0.1" },
      trust: [authority.root],
    };
    const last = async () => (await probe(wanted)).evidence.http?.hops[1];
    expect(await last()).toMatchObject({
      address: "127.0.0.1",
      status: 200,
      tls: { authorized: false, authorizationError: "CERT_HAS_EXPIRED", nameMatches: true },
    });
    second.change({ identity: await authority.leaf({ names: ["three.test"] }) });
    expect(await last()).toMatchObject({ tls: { authorized: true, nameMatches: false } });
    second.change({ identity: await other.leaf({ names: ["two.test"] }) });
    expect(await last()).toMatchObject({ tls: { authorized: false } });
    second.change({ identity: await authority.leaf({ names: ["two.test"] }) });
    expect(await last()).toMatchObject({ tls: { authorized: true, nameMatches: true } });
    await second.close();
    server.change({ pages: {} });
  });

  test("to another system of the profile are followed, and its page is not held against the words", async () => {
    const location = `https://sso.test:${String(server.port)}/login`;
    server.change({
      pages: { "/": { status: 302, body: "", headers: { location } }, "/login": { status: 200, body: "log in" } },
    });
    const endpoint = https({ bodyIncludes: "the one-stop" });
    const names = { "one.test": "127.0.0.1", "sso.test": "127.0.0.1" };
    const context = { ...testContext(), names: new Set(["one.test", "sso.test"]) };
    expect((await probe({ endpoint, names, context })).evidence.http).toMatchObject({
      end: "elsewhere",
      statusExpected: true,
      bodyMatches: "unknown",
    });
    // Nobody knows that host: the name is looked up, and no more.
    expect((await probe({ endpoint, names })).evidence.http).toMatchObject({
      end: "ledAway",
      statusExpected: false,
      leadsTo: { host: "sso.test", address: "127.0.0.1", code: null },
    });
    expect((await probe({ endpoint })).evidence.http).toMatchObject({
      leadsTo: { host: "sso.test", address: null, code: "NXDOMAIN" },
    });
    server.change({ pages: {} });
  });

  test("in a circle end", async () => {
    server.change({ pages: { "/": { status: 302, body: "", headers: { location: "/" } } } });
    const seen = await probe({ endpoint: https() });
    expect(seen.failure).toMatchObject({ phase: "body", code: "TOO_MANY_REDIRECTS" });
    expect(seen.evidence.http?.hops).toHaveLength(11);
    server.change({ pages: {} });
  });
});
