import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { chainFacts } from "../../../src/collect/endpoint/chain.ts";
import { createTrustStore } from "../../../src/collect/endpoint/trust.ts";
import { timeStampQuery } from "../../../src/collect/endpoint/time-stamp.ts";
import { testContext } from "../support/context.ts";
import { testAuthority } from "../support/servers.ts";

test("names of a certificate, addresses too", async () => {
  const authority = await testAuthority();
  const { chain } = await authority.leaf({ names: ["a.example", "192.0.2.1", "2001:db8::1"] });
  const [leaf] = chainFacts(new X509Certificate(chain));
  expect(leaf?.altNames).toEqual(["a.example", "192.0.2.1", "2001:DB8:0:0:0:0:0:1"]);
});

test("a root is its own issuer and ends the walk", async () => {
  const authority = await testAuthority();
  expect(chainFacts(new X509Certificate(authority.root))).toMatchObject([{ selfSigned: true }]);
});

test("contexts are made once", async () => {
  const store = createTrustStore([(await testAuthority()).root]);
  expect(store.context()).toBe(store.context());
  expect(store.withSystem()).toBe(store.withSystem());
});

test("a time-stamp request is one whole DER sequence", () => {
  const request = timeStampQuery(testContext());
  expect(request[0]).toBe(0x30);
  expect(request[1]).toBe(request.length - 2);
  expect(Buffer.from(request).toString("hex")).toMatch(
    /^30390201013031300d060960864801650304020105000420[0-9a-f]{64}0101ff$/u,
  );
});
