import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProfile } from "../../src/profile/check.ts";
import { tellMistakes } from "../../src/profile/tell.ts";
import { sample, system } from "./sample.ts";

/** Message lines for a raw profile, English. */
function told(raw: unknown): string[] {
  const checked = checkProfile(raw, {});
  return checked.ok
    ? []
    : tellMistakes("p.json", raw, checked.mistakes, "en")
        .split("\n")
        .slice(1)
        .map((line) => line.trim());
}

/** The sample with one value at a dotted path replaced, or taken away where undefined. */
function withValue(path: string, value: unknown): unknown {
  const root = structuredClone(sample()) as Record<string, unknown>;
  const keys = path.split(".");
  let at: Record<string, unknown> = root;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? "";
  if (value === undefined) delete at[last];
  else at[last] = value;
  return root;
}

describe("a profile", () => {
  it("that is right passes, and nothing in it is changed", () => {
    const checked = checkProfile(sample(), {});
    expect(checked).toEqual({ ok: true, profile: sample(), unfilled: [] });
  });

  it.each([
    [
      "id",
      "Xã Mẫu",
      "id: expected an id of lower-case letters, digits, _ . - (1–64 characters, beginning with a letter or " +
        'digit); found "Xã Mẫu"',
    ],
    [
      "id",
      "../../etc/passwd",
      "id: expected an id of lower-case letters, digits, _ . - (1–64 characters, beginning with a letter or " +
        'digit); found "../../etc/passwd"',
    ],
    ["version", 1.2, 'version: expected a version in quotes, like "1.0" or "2026.11.1"; found 1.2'],
    ["issuedOn", "26/10/2020", 'issuedOn: expected a date like yyyy-mm-dd; found "26/10/2020"'],
    ["validUntil", "2025-02-30", 'validUntil: expected a date like yyyy-mm-dd; found "2025-02-30"'],
    ["issuedBy", undefined, "issuedBy: expected text; found nothing"],
    ["name.vi", "", 'name.vi: expected some text; found ""'],
    ["name", "Mẫu", 'name: expected a group of keys; found "Mẫu"'],
    ["systems", [], "systems: expected at least 1 item; found a list of 0"],
    ["systems", "none", 'systems: expected a list; found "none"'],
    ["systems.0.criticality", "high", 'systems[0].criticality: expected one of onestop, shared, other; found "high"'],
    ["systems.0.enabled", "yes", 'systems[0].enabled: expected true or false; found "yes"'],
    [
      "systems.1.id",
      "onestop",
      'systems[1].id: every system needs an id of its own, this one is used above; found "onestop"',
    ],
    [
      "systems.2.supersededBy",
      "gone",
      'systems[2].supersededBy: expected the id of a system of this profile; found "gone"',
    ],
    [
      "systems.0.endpoints.0.protocol",
      "gopher",
      "systems[0].endpoints[0].protocol: expected one of https, http, tcp, dns, smtp, imaps, tsa, ocsp, stun, " +
        'h323, sip, ping; found "gopher"',
    ],
    ["systems.0.endpoints.0.port", "443", 'systems[0].endpoints[0].port: expected a port from 1 to 65535; found "443"'],
    ["systems.0.endpoints.0.port", 70000, "systems[0].endpoints[0].port: expected a port from 1 to 65535; found 70000"],
    ["systems.0.endpoints.0.port", 80.5, "systems[0].endpoints[0].port: expected a port from 1 to 65535; found 80.5"],
    [
      "systems.0.endpoints.0.path",
      "index.html",
      'systems[0].endpoints[0].path: expected a path that begins with /; found "index.html"',
    ],
    [
      "systems.0.endpoints.0.timeoutMs",
      5,
      "systems[0].endpoints[0].timeoutMs: expected a number of at least 100; found 5",
    ],
    [
      "controls.resolvers.0.address",
      "dns.example.test",
      'controls.resolvers[0].address: expected an IPv4 or IPv6 address; found "dns.example.test"',
    ],
    ["sytems", [], "sytems: a profile has no such key (misspelt?); found a list of 0"],
    [
      "systems.0.endpoints.0.prot",
      "x",
      'systems[0].endpoints[0].prot: a profile has no such key (misspelt?); found "x"',
    ],
  ])("with a wrong %s (%j) names place, expectation and value", (path, value, line) => {
    expect(told(withValue(path, value))).toEqual([line]);
  });

  it.each([
    "-oProxyCommand=x",
    "--help",
    "-rf",
    "a b",
    "a..b",
    "a/b",
    "a;reboot",
    "$(reboot)",
    "a\nb",
    "",
    ".",
    "a.-b",
    "host:80",
    `${"a".repeat(64)}.test`,
    "1.2.3",
    "256.1.1.1",
    "0x7f.1",
    "0x7f000001",
    "0X7F.0.0.1",
    "127.0x1",
    "0x",
    "example.1",
    "example.0x7f",
    "017700000001",
    "2130706433",
  ])("refuses %j as a host", (host) => {
    const place =
      "systems[0].endpoints[0].host: expected a host name (letters, digits, hyphens; not beginning with a " +
      "hyphen) or an IP address";
    expect(told(withValue("systems.0.endpoints.0.host", host))).toHaveLength(1);
    expect(told(withValue("systems.0.endpoints.0.host", host))[0]).toContain(place);
  });

  it.each([
    "example.test",
    "EXAMPLE.test",
    "a-b.example.test",
    "_srv.example.test",
    "192.0.2.1",
    "2001:db8::1",
    "xn--hngnh-7ta.vn",
    "0x7f.example.test",
    "1.example.test",
    "0xabc-x",
    "a1",
  ])("takes %j as a host", (host) => {
    expect(told(withValue("systems.0.endpoints.0.host", host))).toEqual([]);
  });

  it("tells every mistake at once, in the order of the file, cross checks among them", () => {
    const raw = {
      ...sample(),
      version: 1,
      systems: [
        system("a"),
        { ...system("a"), scope: "world", endpoints: [{ protocol: "https", host: "-x", port: 0 }] },
      ],
    };
    expect(told(raw).map((line) => line.split(":")[0])).toEqual([
      "version",
      "systems[1].scope",
      "systems[1].id",
      "systems[1].endpoints[0].host",
      "systems[1].endpoints[0].port",
      "systems[1].endpoints[0].network",
    ]);
  });

  it("says in Vietnamese what was found, without control sequences", () => {
    const raw = withValue("systems.0.endpoints.0.host", "\u001b]0;owned\u0007\u202e-x");
    const checked = checkProfile(raw, {});
    const text = checked.ok ? "" : tellMistakes("\u001b[2Jp.json", raw, checked.mistakes, "vi");
    expect(text).toContain("Hồ sơ kiểm tra [2Jp.json có 1 lỗi:");
    expect(text).toContain("systems[0].endpoints[0].host: cần tên máy chủ");
    // oxlint-disable-next-line no-control-regex -- their absence is the point
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/u);
  });

  it("never throws, whatever it is given", () => {
    const property = fc.property(fc.anything(), (raw) => !checkProfile(raw, {}).ok && told(raw).length > 0);
    expect(fc.check(property)).toMatchObject({ failed: false });
  });

  it("never throws with any one part replaced by anything", () => {
    const paths = [
      "id",
      "name",
      "controls",
      "controls.resolvers",
      "controls.httpProbe",
      "systems",
      "systems.0",
      "systems.0.endpoints",
      "systems.0.endpoints.0",
      "systems.0.id",
      "variables",
      "$schema",
      "__proto__",
    ];
    const property = fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const raw = withValue(path, value);
      return checkProfile(raw, {}).ok || told(raw).every((line) => line.includes("; found "));
    });
    expect(fc.check(property)).toMatchObject({ failed: false });
  });
});

describe("variables of a profile file", () => {
  const withVariable = (variables: unknown, host: string): unknown => ({
    ...sample(),
    variables,
    systems: [system("a"), { ...system("b"), endpoints: [{ ...system("b").endpoints[0], host }] }],
  });

  it("fill in one line for many communes; nothing of them is left", () => {
    const checked = checkProfile(withVariable({ xa_domain: "diensanh.example.test" }, "www.{xa_domain}"), {});
    expect(checked.ok && checked.profile.systems[1]?.endpoints[0]?.host).toBe("www.diensanh.example.test");
    expect(checked.ok && "variables" in checked.profile).toBe(false);
  });

  it("given from outside win over the file's", () => {
    const checked = checkProfile(withVariable({ xa_domain: "a.test" }, "{xa_domain}"), { xa_domain: "b.test" });
    expect(checked.ok && checked.profile.systems[1]?.endpoints[0]?.host).toBe("b.test");
  });

  it("not filled in yet switch their systems off and are named", () => {
    const checked = checkProfile(withVariable({ xa_domain: null }, "{xa_domain}"), {});
    expect(checked.ok && checked.unfilled).toEqual(["xa_domain"]);
    expect(checked.ok && checked.profile.systems[1]).toMatchObject({ enabled: false, endpoints: [] });
    expect(checked.ok && checked.profile.systems[0]).toMatchObject({ enabled: true });
  });

  it("filled in make testable what people are asked about until then", () => {
    const asked = { notTestable: { ask: { vi: "Hỏi", en: "Ask" } }, ...system("b") };
    const line = (host: string): unknown => ({ ...asked.endpoints[0], protocol: "ping", host, network: "tslcd" });
    const source = (router: string | null): unknown => ({
      ...sample(),
      variables: { router, far: null },
      systems: [system("a"), { ...asked, endpoints: [line("{router}"), line("{far}")] }],
    });
    const none = checkProfile(source(null), {});
    expect(none.ok && [none.unfilled, none.profile.systems[1]]).toMatchObject([[], { notTestable: {}, endpoints: [] }]);
    const one = checkProfile(source("10.0.0.1"), {});
    expect(one.ok && one.profile.systems[1]).toMatchObject({ enabled: true, endpoints: [{ host: "10.0.0.1" }] });
    expect(one.ok && one.profile.systems[1]).not.toHaveProperty("notTestable");
  });

  it("unknown ones, and values that are no hosts, are mistakes", () => {
    expect(told(withVariable({}, "{xa_domain}"))).toEqual([
      'systems[1].endpoints[0].host: variable {xa_domain} is not listed in variables; found "{xa_domain}"',
    ]);
    expect(told(withVariable({ xa_domain: "-x" }, "{xa_domain}"))[0]).toContain(
      "variables.xa_domain: expected a host name",
    );
    const smuggled = checkProfile(withVariable({ xa_domain: "a.test" }, "{xa_domain}"), {
      xa_domain: "-oProxyCommand",
    });
    expect(smuggled.ok).toBe(false);
  });
});

describe("contacts of a profile", () => {
  const contact = {
    for: ["carrier"],
    name: { vi: "Nhà mạng", en: "Carrier" },
    phone: "1800 1166",
    evidence: "test",
    lastVerified: null,
  };
  const withContact = (change: object): unknown => ({ ...sample(), contacts: [{ ...contact, ...change }] });

  it("have a number that can be dialled and systems that exist", () => {
    expect(told(withContact({ phone: "(+84.24) 3773 8668" }))[0]).toContain("contacts[0].phone: expected a telephone");
    expect(told(withContact({ phone: "+84 24 3773 8668", systems: ["docs"] }))).toEqual([]);
    expect(told(withContact({ systems: ["dosc"] }))[0]).toContain("contacts[0].systems[0]");
    expect(told(withContact({ for: ["mayor"] }))[0]).toContain("contacts[0].for[0]");
    expect(told(withContact({ for: [] }))[0]).toContain("contacts[0].for");
  });
});
