import { describe, expect, it } from "vitest";
import { ownerOf } from "../../src/judge/facts/owner.ts";

describe("who runs a host", () => {
  it.each([
    ["motcua.quangtri.gov.vn", "quangtri.gov.vn"],
    ["Tsa.ca.gov.vn", "ca.gov.vn"],
    ["dichvucong.gov.vn", "dichvucong.gov.vn"],
    ["a.b.tinh.test", "tinh.test"],
    ["portal.vnpt.vn", "vnpt.vn"],
    ["192.0.2.10", "192.0.2.10"],
    ["2001:db8::1", "2001:db8::1"],
  ])("%s: %s", (host, owner) => {
    expect(ownerOf(host)).toBe(owner);
  });
});
