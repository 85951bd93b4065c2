import { describe, expect, it } from "vitest";
import { CAUSES } from "../../src/text/causes/index.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { fill, placeholders } from "../../src/explain/fill.ts";
import { RULES } from "../../src/judge/rules/registry.ts";
import type { Finding } from "../../src/judge/verdict.ts";
import { LANGS } from "../../src/base/languages.ts";
import { CAUSE_TEXTS } from "../../src/text/causes/index.ts";
import { separatingTest } from "../../src/text/causes/tests.ts";
import { FAULTS } from "../judge/faults.ts";
import { PROFILE } from "../judge/profile.ts";

const finding = (cause: Finding["cause"], params: Finding["params"]): Finding => ({
  cause,
  culprit: CAUSE_TEXTS[cause].culprit,
  severity: "major",
  confidence: "certain",
  affects: ["onestop"],
  params,
  evidence: [],
  against: [],
  alternatives: [],
});

describe("words of causes", () => {
  it.each(CAUSES)("%s: both languages ask for the same values, and render with and without them", (cause) => {
    const { vi, en } = CAUSE_TEXTS[cause];
    for (const key of ["title", "explanation", "tell"] as const)
      expect(new Set(placeholders(en[key]))).toEqual(new Set(placeholders(vi[key])));
    const names = new Set(
      [vi, en].flatMap((words) => [words.title, words.explanation, words.tell, ...words.remedy].flatMap(placeholders)),
    );
    const params = Object.fromEntries([...names].map((name) => [name, "giá trị"]));
    for (const lang of LANGS) {
      for (const given of [params, {}]) {
        const told = describeFinding(finding(cause, given), PROFILE, lang);
        for (const text of [told.title, told.explanation, told.remedy, told.mender, told.tell]) {
          expect(text).not.toMatch(/undefined|[{}]|\[\[|\]\]/u);
          expect(text.length).toBeGreaterThan(5);
        }
        expect(told.steps.length).toBeGreaterThan(0);
      }
    }
    expect(vi.title).not.toBe(en.title);
  });

  it("has a rule for every cause, and says whom each points at", () => {
    expect(new Set(RULES.map((rule) => rule.cause))).toEqual(new Set(CAUSES));
  });

  it("makes values from the network harmless", () => {
    expect(fill("{page}", { page: "http://a/\u001b[2J\u202eevil" }, "en")).toBe("http://a/[2Jevil");
  });

  it("leaves out the part whose value is missing, and shortens long lists", () => {
    expect(fill("a[[ b {x}]][[ c {y}]]", { y: 1.5 }, "vi")).toBe("a c 1,5");
    expect(fill("{x}", { x: Array.from({ length: 9 }, (_, at) => `h${at}`) }, "en")).toBe(
      "h0, h1, h2, h3, h4, h5 … (+3)",
    );
  });

  it("knows a separating test in both orders", () => {
    expect(separatingTest("LINK_DOWN", "LAN_SILENT")).toEqual(separatingTest("LAN_SILENT", "LINK_DOWN"));
    expect(separatingTest("LINK_DOWN", "CERT_EXPIRED")).toBeNull();
  });

  it("tries every cause in made-up worlds", () => {
    const tried = new Set(FAULTS.flatMap((fault) => fault.says));
    // Told by notes that never make a verdict, or by two moments of one scan: tested on their own.
    const elsewhere = new Set(["SIGNING_AGENT_MISSING", "TSLCD_UNREACHABLE", "LINE_INTERRUPTED"]);
    // By recordings of the field and of the laboratory, see test/judge/field.test.ts and test/lab/scenarios.
    const recorded =
      "LINK_INTERRUPTED PROXY_ARP LOCAL_DNS_DEAD DNS_TCP_BLOCKED DNS_FORGED DNS_LOSSY DNS_AAAA_SILENT LARGE_HELLO_LOST " +
      "CLIENT_CERTIFICATE_NEEDED CERT_TOO_WEAK MAIL_WITHOUT_TLS PROGRAM_REFUSED SENT_TO_PLAIN_HTTP " +
      "PORT_LOSSY MAIL_REFUSED CONNECTIONS_LIMITED JITTER WRONG_GATEWAY";
    for (const cause of recorded.split(" ")) elsewhere.add(cause);
    expect(CAUSES.filter((cause) => !tried.has(cause) && !elsewhere.has(cause))).toEqual([]);
  });
});
