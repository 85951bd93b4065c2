import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { canonicalJson, contentHash } from "../../src/base/canonical.ts";
import { isoWithOffset } from "../../src/base/local-time.ts";
import { shortIds } from "../../src/visit/queries/resolve.ts";
import { siteId } from "../../src/visit/site-id.ts";
import { uuid7 } from "../../src/visit/uuid7.ts";
import { NOW, site } from "./helpers/sample.ts";

test("UUID v7: the example of RFC 9562, valid, and sorted by time", () => {
  // A.6: 2022-02-22T14:22:22.00-05:00, rand_a CC3, rand_b 18C4DC0C0C07398F.
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuid7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 46 }), (a, later) => {
      const b = a + later;
      const [first, second] = [uuid7(a, randomBytes(10)), uuid7(b, randomBytes(10))];
      expect(z.uuid({ version: "v7" }).safeParse(first).success).toBe(true);
      expect(first < second).toBe(true);
    }),
  );
});

test("canonical JSON does not depend on the order of keys, and tells different contents apart", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(contentHash(turned)).toBe(contentHash(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
  expect(contentHash({ a: "Hoà" })).not.toBe(contentHash({ a: "Hòa" }));
});

test("a building has one id on every laptop, and another building another", () => {
  const here = site("UBND xã Hải Ninh");
  expect(siteId({ ...here, name: "ubnd  xã Hải Ninh ".normalize("NFD") })).toBe(here.id);
  expect(siteId({ ...here, name: "UBND xã Hai Ninh" })).not.toBe(here.id);
  expect(siteId({ ...here, unit: { ...here.unit, list: "other" } })).not.toBe(here.id);
  expect(siteId({ ...here, formerUnit: null })).not.toBe(here.id);
});

test("times carry the offset of the place; an unknown zone gives UTC", () => {
  expect(isoWithOffset(NOW, "Asia/Ho_Chi_Minh")).toBe("2026-11-21T08:30:00+07:00");
  expect(isoWithOffset(NOW, "Nowhere/At_All")).toBe("2026-11-21T01:30:00+00:00");
});

test("short ids are long enough to tell their visits apart", () => {
  const ids = Array.from({ length: 50 }, (_, at) => uuid7(NOW + Math.floor(at / 3), randomBytes(10)));
  const short = shortIds(ids);
  ids.forEach((id, at) => expect(ids.filter((other) => other.startsWith(short[at] ?? ""))).toEqual([id]));
});
