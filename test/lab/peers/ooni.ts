import { rstOnSni } from "../faults.ts";
import { DC, HOST, INTERNET } from "../map.ts";
import { expecting } from "../profile.ts";
import { PAGE } from "../servers/town.ts";
import { suiteOf, type PeerRow } from "./row.ts";
import { answerOf, docsAnswers, docsSays, docsSaysSecurely, docsSendsOn, resolversSay, zoneWithout } from "./worlds.ts";

const { as, row } = suiteOf("OONI Probe (webconnectivity QA)", "ooni");
const docs = ["docs"];
const ALL = ["carrier", "domestic", "foreign"] as const;
const byName = { status: "faulty", cause: "DNS_HIJACK", culprit: "dns", affects: docs } as const;

/** ooni/probe-cli, internal/experiment/webconnectivityqa. */
export const OONI: readonly PeerRow[] = [
  as("successWithHTTP, successWithHTTPS", "healthy"),
  as("controlFailureWithSuccessfulHTTPSWebsite", "one-control-dead"),
  row("dnsBlockingNXDOMAIN", {
    fault: "the carrier's resolvers deny one name, a foreign one knows it",
    inject: async (lab) => await resolversSay(lab, ["carrier", "domestic"], { zone: zoneWithout(HOST.docs) }),
    expect: byName,
    mustNotSay: ["DNS_NAME_MISSING"],
  }),
  row("dnsBlockingBOGON", {
    fault: "the carrier's resolver answers 10.10.34.35 for one name",
    inject: async (lab) => await resolversSay(lab, ["carrier"], { overrides: { [HOST.docs]: ["10.10.34.35"] } }),
    expect: { ...byName, cause: ["DNS_HIJACK"], accept: ["DNS_STALE_RECORD"] },
    mustNotSay: ["SERVER_DOWN"],
  }),
  row("dnsHijackingToLocalhost", {
    fault: "every resolver answers 127.0.0.1 for one name",
    inject: async (lab) => await resolversSay(lab, ALL, { overrides: { [HOST.docs]: ["127.0.0.1"] } }),
    expect: byName,
    mustNotSay: ["SERVER_REFUSES"],
  }),
  as("localhostWithHTTP, localhostWithHTTPS", "dns-hijack-loopback"),
  row("dnsHijackingToUnspecified", {
    fault: "every resolver answers 0.0.0.0 for one name",
    inject: async (lab) => await resolversSay(lab, ALL, { overrides: { [HOST.docs]: ["0.0.0.0"] } }),
    expect: byName,
    mustNotSay: ["SERVER_REFUSES", "SERVER_DOWN"],
  }),
  as("dnsHijackingToProxyWithHTTPSURL", "dns-hijack"),
  row("ghostDNSBlockingWithHTTPS", {
    fault: "a foreign resolver denies a name, the carrier's still leads to a machine that refuses",
    async inject(lab) {
      await lab.filter("internet", "inet filter input", [
        `ip daddr ${INTERNET.portal} tcp dport 443 reject with tcp reset`,
      ]);
      await resolversSay(lab, ["carrier", "domestic"], { overrides: { [HOST.docs]: [INTERNET.portal] } });
      await resolversSay(lab, ["foreign"], { zone: zoneWithout(HOST.docs) });
    },
    expect: { status: "faulty", cause: ["DNS_STALE_RECORD"], accept: ["DNS_HIJACK"], culprit: "dns", affects: docs },
    mustNotSay: ["SERVER_REFUSES"],
  }),
  as("websiteDownNXDOMAIN", "own-name-missing"),
  as("websiteDownNoAddrs", "own-dns-empty-answer"),
  as("websiteDownTCPConnect", "server-refuses"),
  as("tcpBlockingConnectTimeout", "server-down"),
  row("tcpBlockingConnectionRefusedWithInconsistentDNS", {
    fault: "the carrier leads one name to another live host that refuses",
    async inject(lab) {
      await lab.filter("internet", "inet filter input", [
        `ip daddr ${INTERNET.portal} tcp dport 443 reject with tcp reset`,
      ]);
      await resolversSay(lab, ["carrier"], { overrides: { [HOST.docs]: [INTERNET.portal] } });
    },
    expect: { ...byName, accept: ["DNS_STALE_RECORD"] },
    mustNotSay: ["SERVER_REFUSES"],
  }),
  as("tlsBlockingConnectionResetWithConsistentDNS", "sni-blocked"),
  ...(["close", "alert", "drop", "page"] as const).map((how) =>
    row(`netem: ${how} after the ClientHello names the host`, {
      fault: `carrier answers a ClientHello that names one host with: ${how}`,
      inject: async (lab) => await rstOnSni(lab, HOST.docs, DC.docs, { how }),
      expect: {
        status: "faulty",
        cause: "SNI_BLOCKED",
        accept: ["TLS_HANDSHAKE_FAILED", "SERVER_HANGS"],
        culprit: ["isp", "server"],
        affects: docs,
      },
      mustNotSay: ["SERVER_DOWN", "CERT_UNTRUSTED"],
    }),
  ),
  row("httpBlockingConnectionReset", {
    fault: "carrier resets plain requests that name one host",
    inject: async (lab) => await rstOnSni(lab, HOST.www, DC.www, { port: 80 }),
    expect: {
      status: ["faulty", "degraded"],
      cause: "ANSWER_BROKEN_OFF",
      accept: ["SNI_BLOCKED"],
      culprit: null,
      affects: ["www"],
    },
    mustNotSay: ["BAD_REPLY", "SERVER_REFUSES"],
  }),
  row("httpBlockingConnectionTimeout", {
    fault: "carrier swallows plain requests that name one host",
    inject: async (lab) => await rstOnSni(lab, HOST.www, DC.www, { port: 80, how: "drop" }),
    expect: {
      status: ["faulty", "degraded"],
      cause: "SERVER_HANGS",
      accept: ["SNI_BLOCKED"],
      culprit: null,
      affects: ["www"],
    },
  }),
  row("httpDiffWithConsistentDNS", {
    fault: "carrier answers plain requests that name one host with a page of its own",
    inject: async (lab) => await rstOnSni(lab, HOST.www, DC.www, { port: 80, how: "page" }),
    expect: {
      status: ["faulty", "degraded"],
      cause: "CONTENT_MISMATCH",
      accept: ["HTTP_TAMPERED"],
      culprit: null,
      affects: ["www"],
    },
  }),
  row("throttlingWithHTTPS", {
    fault: "500 bytes each 0.3 s for one name, a page of 120 kB",
    async inject(lab) {
      await docsAnswers(lab, { body: PAGE + "<p>noi dung</p>".repeat(8000) });
      await rstOnSni(lab, HOST.docs, DC.docs, { how: "throttle" });
    },
    expect: { status: "faulty", cause: "SERVER_HANGS", accept: ["SERVER_SLOW"], culprit: null, affects: docs },
    mustNotSay: ["SERVER_DOWN", "MTU_BLACKHOLE"],
  }),
  row("throttlingWithHTTP", {
    fault: "500 bytes each 0.3 s for one name in plain HTTP, a page of 44 kB",
    inject: async (lab) => await rstOnSni(lab, HOST.www, DC.www, { port: 80, how: "throttle" }),
    expect: { status: ["faulty", "degraded"], cause: "SERVER_SLOW", culprit: null, affects: ["www"] },
    mustNotSay: ["SERVER_HANGS"],
  }),
  as("redirectWithConsistentDNSAndThenNXDOMAIN", "own-redirect-nowhere"),
  ...(
    [
      ["ConnectionRefused", "none", "SERVER_REFUSES"],
      ["ConnectionReset", { reply: "", first: true, ending: "reset" }, "SNI_BLOCKED"],
      ["EOF", { reply: "", ending: "close" }, "SNI_BLOCKED"],
      ["Timeout", { reply: "", ending: "hang" }, "SERVER_HANGS"],
    ] as const
  ).map(([name, target, cause]) =>
    row(`redirectWithConsistentDNSAndThen${name}`, {
      fault: `one system sends on to an allowed host, where: ${name}`,
      async inject(lab) {
        await docsSendsOn(lab, target);
      },
      profile: (profile) => expecting(profile, "docs", { redirectTo: [HOST.portal] }),
      expect: {
        status: "faulty",
        cause,
        accept: ["TLS_HANDSHAKE_FAILED", "SERVER_HANGS", "SNI_BLOCKED", "MTU_BLACKHOLE"],
        culprit: null,
        affects: docs,
      },
      mustNotSay: ["BAD_REPLY", "CONTENT_MISMATCH"],
    }),
  ),
  as("redirects to a good end", "own-redirect-good"),
  as("badSSLWithExpiredCertificate", "cert-expired"),
  as("badSSLWithWrongServerName", "cert-wrong-host"),
  as("badSSLWithUnknownAuthorityWithConsistentDNS", "cert-untrusted"),
  row("badSSLWithUnknownAuthorityWithInconsistentDNS", {
    fault: "the carrier leads one name to a machine with a certificate of a stranger",
    async inject(lab) {
      const identity = await lab.certifier.foreign.leaf({ names: [HOST.docs] });
      await lab.start("internet", {
        kind: "raw",
        name: "stranger",
        address: INTERNET.portal,
        port: 443,
        identity,
        reply: answerOf("<h1>khac</h1>"),
        ending: "close",
      });
      await resolversSay(lab, ["carrier"], { overrides: { [HOST.docs]: [INTERNET.portal] } });
    },
    expect: byName,
    mustNotSay: ["TLS_INTERCEPTED"],
  }),
  row("largeFile, wanted words at its beginning", {
    fault: "a page of 3 MB with the wanted words at its beginning",
    inject: async (lab) => await docsAnswers(lab, { body: PAGE + "<p>noi dung</p>".repeat(200_000) }),
    expect: { status: "healthy", cause: null, culprit: null },
    mostSeconds: 20,
  }),
  row("largeFile, wanted words behind what is read", {
    fault: "a page of 3 MB with the wanted words at its end",
    inject: async (lab) => await docsAnswers(lab, { body: "<p>noi dung</p>".repeat(200_000) + PAGE }),
    expect: { status: "inconclusive", cause: null, culprit: null },
    mostSeconds: 20,
  }),
  row("cloudflareCAPTCHAWithHTTPS", {
    fault: "a shield before one system wants scripts run",
    inject: async (lab) =>
      await docsAnswers(lab, {
        status: 503,
        body: "<title>Just a moment</title>Checking your browser <script>cf-chl</script>",
      }),
    expect: { status: ["inconclusive", "healthy"], cause: null, culprit: null },
  }),
  row("serverClosesAfterTLS (EOF without an answer)", {
    fault: "one server closes after the request without a byte of HTTP",
    inject: async (lab) => await docsSaysSecurely(lab, { reply: "", ending: "close" }),
    expect: { status: "faulty", cause: "ANSWER_BROKEN_OFF", culprit: "server", affects: docs },
    mustNotSay: ["BAD_REPLY"],
  }),
  row("serverSpeaksNoTLS", {
    fault: "one server answers the ClientHello with a banner",
    inject: async (lab) => await docsSays(lab, { reply: "SSH-2.0-OpenSSH_9.6\r\n", first: true, ending: "hang" }),
    expect: { status: "faulty", cause: "TLS_HANDSHAKE_FAILED", culprit: "server", affects: docs },
    mustNotSay: ["SNI_BLOCKED", "SERVER_DOWN"],
  }),
];
