import { expect, test } from "vitest";
import { tlsFirst } from "../../../src/collect/endpoint/tls-first.ts";
import { startHttps } from "../../../src/practice/servers/https.ts";
import { probe } from "../support/endpoint.ts";
import { testAuthority } from "../support/servers.ts";

test.each([
  ["https", 8443, true],
  ["imaps", 993, true],
  ["smtp", 465, true],
  ["smtp", 587, false],
  ["sip", 5061, true],
  ["sip", 5060, false],
  ["http", 443, false],
  ["tcp", 443, false],
] as const)("%s on %i: %s", (protocol, port, expected) => {
  expect(tlsFirst({ protocol, port })).toBe(expected);
});

test("the profile wins over the port", () => {
  expect(tlsFirst({ protocol: "smtp", port: 2465, implicitTls: true })).toBe(true);
  expect(tlsFirst({ protocol: "smtp", port: 465, implicitTls: false })).toBe(false);
});

test("sip over TLS ends with the certificate", async () => {
  const authority = await testAuthority();
  const server = await startHttps({
    address: "127.0.52.61",
    port: 5061,
    identity: await authority.leaf({ names: ["one.test"] }),
    now: () => Date.now(),
  });
  const seen = await probe({
    endpoint: { protocol: "sip", port: 5061 },
    address: "127.0.52.61",
    trust: [authority.root],
  });
  await server.close();
  expect(seen).toMatchObject({ outcome: "ok", evidence: { tls: { authorized: true, nameMatches: true }, http: null } });
});
