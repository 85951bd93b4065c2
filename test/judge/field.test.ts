import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evidenceSchema, type Evidence, type ObservationOf } from "../../src/evidence/schema.ts";
import { describeFinding } from "../../src/explain/describe.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Cause } from "../../src/text/causes/index.ts";

type Http = NonNullable<ObservationOf<"endpoint">["evidence"]["http"]>;

const FOLDER = new URL("../../fixtures/field/", import.meta.url);

function evidenceOf(name: string): Evidence {
  const parsed: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));
  return evidenceSchema.parse(parsed);
}

interface Expected {
  readonly first: Cause | null;
  /** Nobody else may be blamed with certainty. */
  readonly confidence?: "certain" | "likely";
  readonly alternative?: Cause;
  readonly never?: readonly Cause[];
}

/**
 * Recordings on which this product, or one of its peers, was wrong once; what each shows stands in its name. Expected is
 * what happened in truth, not what the rules make of it.
 */
const EXPECTED: Readonly<Record<string, Expected>> = {
  "k05-pppoe-without-powershell": { first: null },
  "k12-dns-127.0.0.1-closed": { first: "LOCAL_DNS_DEAD", never: ["DNS_FORWARDER_DEAD"] },
  "k13-truncated-no-tcp": { first: "DNS_TCP_BLOCKED", never: ["DNS_HIJACK", "DNS_NAME_MISSING"] },
  "k20-proxy-arp": { first: "PROXY_ARP", never: ["DEVICE_ABSENT", "DNS_LOSSY"] },
  "k21-walled-garden-reject": {
    first: "ONLY_DNS_PASSES",
    never: ["PORT_443_BLOCKED", "PREFIX_UNREACHABLE", "BAD_REPLY"],
  },
  "k25-syn-limit-10s": { first: null },
  "k26-lan-cut-at-1.5s": { first: "LINK_INTERRUPTED", never: ["DUPLICATE_IP", "LINE_LOSS", "LAN_LOSS"] },
  "k26-wan-cut-at-2s": { first: "LINE_INTERRUPTED", never: ["DUPLICATE_IP", "LINE_LOSS"] },
  "k26-wan-up-at-1.5s": { first: "LINE_INTERRUPTED", never: ["UDP_BLOCKED", "SIGNING_BLOCKED", "SNI_BLOCKED"] },
  "k27-router-off-1s-before": { first: "GATEWAY_DOWN", never: ["GATEWAY_NOT_FORWARDING", "LINE_DOWN"] },
  "k28-arp-inspection-port-shut": { first: "LINK_INTERRUPTED", never: ["DUPLICATE_IP", "GATEWAY_NOT_FORWARDING"] },
  "p01-all-names-nodata-foreign-answers": { first: "DNS_NAMES_FENCED", never: ["DNS_NAME_MISSING"] },
  "p01-all-names-nx-foreign-silent": { first: "DNS_NAMES_FENCED", never: ["DNS_NAME_MISSING"] },
  "p01-carrier-nx-foreign-answers": { first: "DNS_HIJACK", confidence: "likely", never: ["DNS_NAME_MISSING"] },
  "p02-answer-127.0.0.1-all-udp": { first: "DNS_HIJACK", never: ["SERVER_REFUSES"] },
  "p03-udp-forged-nx-tcp53-right": { first: "DNS_NAME_MISSING", confidence: "likely", alternative: "DNS_HIJACK" },
  "p04-name-gone-carrier-still-answers": {
    first: "DNS_STALE_RECORD",
    confidence: "likely",
    alternative: "SERVER_REFUSES",
    never: ["SERVER_REFUSES"],
  },
  "p06-redirect-target-nx": { first: "DNS_NAME_MISSING", never: ["BAD_REPLY"] },
  "p06-redirect-target-silent": { first: "SERVER_DOWN", never: ["SERVER_HANGS"] },
  "p08-redirect-to-own-sso": { first: null, never: ["CONTENT_MISMATCH"] },
  "p09-http-reset-by-host": { first: "ANSWER_BROKEN_OFF", confidence: "likely", alternative: "SNI_BLOCKED" },
  "p10-tls-closed-by-sni": { first: "SNI_BLOCKED", confidence: "likely", alternative: "TLS_HANDSHAKE_FAILED" },
  "p11-throttled-by-sni": { first: "SERVER_HANGS", confidence: "likely", alternative: "SNI_BLOCKED" },
  "p12-rsa1024": { first: "CERT_TOO_WEAK", never: ["CERT_UNTRUSTED"] },
  "p12-sha1": { first: "CERT_TOO_WEAK", never: ["CERT_UNTRUSTED"] },
  "p13-expired-intermediate": { first: "CERT_EXPIRED" },
  "p13-intermediate-ends-in-3-days": { first: "CERT_EXPIRES_SOON" },
  "p14-no-san": { first: "CERT_WRONG_HOST" },
  "p15-client-cert-nginx400": { first: "CLIENT_CERTIFICATE_NEEDED", never: ["SERVER_ERROR"] },
  "p16-lone-leaf-no-aia": { first: "CERT_UNTRUSTED", never: ["CERT_CHAIN_INCOMPLETE"] },
  "p17-http-empty-200": { first: "ONLY_DNS_PASSES", confidence: "likely", never: ["ISP_SUSPENDED", "CAPTIVE_PORTAL"] },
  "p17-portal-200-form": { first: "CAPTIVE_PORTAL", never: ["ISP_SUSPENDED"] },
  "p17-portal-511": { first: "CAPTIVE_PORTAL", never: ["ISP_SUSPENDED"] },
  "p18-empty-answer": { first: "ANSWER_BROKEN_OFF", never: ["BAD_REPLY"] },
  "p19-401-ntlm": { first: "LOGIN_WANTED", never: ["SERVER_ERROR"] },
  "p20-page-cut-at-256k": { first: null, never: ["CONTENT_MISMATCH"] },
  "p21-mail-greeting-554": { first: "MAIL_REFUSED", never: ["BAD_REPLY"] },
  "p22-587-without-starttls": { first: "MAIL_WITHOUT_TLS" },
  "p23-dns-loss-healthy": { first: "DNS_LOSSY", never: ["DNS_SERVFAIL"] },
  "p24-https-loss-b": {
    first: "PORT_LOSSY",
    confidence: "likely",
    never: ["SNI_BLOCKED", "SERVER_DOWN", "SERVER_HANGS", "MTU_BLACKHOLE"],
  },
};

describe("recordings of the field", () => {
  it.each(Object.entries(EXPECTED))("%s", (name, { first, confidence, alternative, never = [] }) => {
    const { findings } = judge(evidenceOf(name));
    expect(findings[0]?.cause ?? null).toBe(first);
    expect(findings[0]?.confidence).toBe(confidence ?? findings[0]?.confidence);
    expect(findings[0]?.alternatives ?? []).toEqual(
      expect.arrayContaining(alternative === undefined ? [] : [alternative]),
    );
    expect(findings.map((one) => one.cause).filter((cause) => never.includes(cause))).toEqual([]);
  });

  it("every one is read, and every finding has its words in both languages", () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.json$/u, ""));
    expect(files.filter((file) => file in EXPECTED)).toHaveLength(Object.keys(EXPECTED).length);
    for (const file of files) {
      const evidence = evidenceOf(file);
      for (const finding of judge(evidence).findings)
        for (const lang of ["vi", "en"] as const) {
          const { explanation, title, tell, tests } = describeFinding(finding, evidence.profile, lang);
          expect(`${file} ${title} ${explanation} ${tell}`).not.toMatch(/\?\)|\{\w+\}|undefined|\[\[/u);
          expect(tests.filter((one) => one.test === null).map((one) => `${finding.cause}/${one.cause}`)).toEqual([]);
        }
    }
  });

  it("an expired authority is told of with its own name and day, not the server's", () => {
    const evidence = evidenceOf("p13-expired-intermediate");
    const [finding] = judge(evidence).findings;
    expect(finding?.params).toMatchObject({ authority: "Expired Intermediate", notAfter: "2024-01-01" });
    expect(finding === undefined ? "" : describeFinding(finding, evidence.profile, "en").explanation).toContain(
      "Expired Intermediate",
    );
  });

  it("a host that a redirect leads to is named, not the one that sends people there", () => {
    for (const name of ["p06-redirect-target-nx", "p06-redirect-target-silent"]) {
      const [finding] = judge(evidenceOf(name)).findings;
      expect(JSON.stringify(finding?.params)).toContain("hotich.tinh.test");
      expect(finding?.affects).toContain("motcua");
    }
  });

  /** The healthy office, in which one system answered otherwise. */
  function answering(change: (http: Http) => Http): Evidence {
    const evidence = evidenceOf("k25-syn-limit-10s");
    return {
      ...evidence,
      observations: evidence.observations.map((one) =>
        one.collector === "endpoint" && one.evidence.system === "vanban" && one.evidence.http !== null
          ? { ...one, evidence: { ...one.evidence, http: change(one.evidence.http) } }
          : one,
      ),
    };
  }

  it("a server that turns programs away and lets browsers in works, and is told of without blame", () => {
    const turned = answering((http) => ({
      ...http,
      status: 403,
      statusExpected: false,
      bodyMatches: "unknown",
      asBrowser: { status: 200, statusExpected: true, bodyMatches: true, challenge: false },
    }));
    const { status, findings } = judge(turned);
    expect(findings.map((one) => [one.cause, one.severity, one.affects])).toEqual([
      ["PROGRAM_REFUSED", "info", ["vanban"]],
    ]);
    expect(status).toBe("healthy");
  });

  it("a log-in page that the lease tells of is the portal, whatever came in the place of the known page", () => {
    const portal = "https://wifi.example.test/login";
    const evidence = evidenceOf("p17-http-empty-200");
    const told = {
      ...evidence,
      observations: evidence.observations.map((one) =>
        one.collector === "lease" ? { ...one, evidence: { ...one.evidence, portal } } : one,
      ),
    };
    const [finding] = judge(told).findings;
    expect([finding?.cause, finding?.params["page"]]).toEqual(["CAPTIVE_PORTAL", portal]);
  });

  it("a handshake that only this program makes, and no browser, is no success", () => {
    const evidence = evidenceOf("k25-syn-limit-10s");
    const observations = evidence.observations.map((one) =>
      one.collector === "endpoint" && one.evidence.system === "vanban" && one.evidence.tls !== null
        ? { ...one, evidence: { ...one.evidence, tls: { ...one.evidence.tls, browsersAgree: false } } }
        : one,
    );
    const { findings, status } = judge({ ...evidence, observations });
    expect(findings.map((one) => [one.cause, one.affects])).toEqual([["TLS_HANDSHAKE_FAILED", ["vanban"]]]);
    expect(status).toBe("faulty");
  });

  it("503 with Retry-After says until when the server is being serviced, by the server's own clock", () => {
    const serviced = answering((http) => ({
      ...http,
      status: 503,
      statusExpected: false,
      retryAfter: "5400",
      hops: http.hops.map((hop) => ({ ...hop, status: 503, date: "Wed, 25 Nov 2026 10:00:00 GMT" })),
    }));
    const evidence = { ...serviced, timeZone: "Asia/Ho_Chi_Minh" };
    const [finding] = judge(evidence).findings;
    expect([finding?.cause, finding?.params["until"]]).toEqual(["SERVER_ERROR", "25/11/2026 18:30"]);
    expect(finding === undefined ? "" : describeFinding(finding, evidence.profile, "vi").explanation).toContain(
      "bảo trì đến 25/11/2026 18:30",
    );
  });

  it("an encrypted page that sends people to a plain one is a finding", () => {
    const url = "http://vanban.tinh.test/";
    const sent = answering((http) => ({
      ...http,
      hops: [...http.hops, ...http.hops.slice(-1).map((hop) => ({ ...hop, url }))],
    }));
    expect(judge(sent).findings.map((one) => [one.cause, one.severity, one.affects])).toEqual([
      ["SENT_TO_PLAIN_HTTP", "minor", ["vanban"]],
    ]);
  });
});
