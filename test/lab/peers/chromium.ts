import { HOST } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { PAGE } from "../servers/town.ts";
import { suiteOf, type PeerRow } from "./row.ts";
import { answerOf, docsAnswers, docsSays, docsSaysSecurely, resolversSay, zoneWithout } from "./worlds.ts";

const probe = suiteOf("Chromium (dns_probe_service)", "chromium-dns");
const error = suiteOf("Chromium (net_error_list)", "chromium");
const docs = ["docs"];

/** chromium/src, chrome/browser/net/dns_probe_service_factory_unittest.cc: system's resolver beside a public one. */
export const CHROMIUM_DNS: readonly PeerRow[] = [
  probe.as("OK_OK: both answer", "healthy"),
  probe.as("NXDOMAIN: both know the control, the name is gone", "own-name-missing"),
  probe.row("BAD_CONFIG: system's resolver knows nothing (NXDOMAIN), public right", {
    fault: "the carrier's resolvers say NXDOMAIN for every name, a foreign one is right",
    inject: async (lab) => await resolversSay(lab, ["carrier", "domestic"], { zone: {} }),
    expect: { status: "faulty", cause: "DNS_NAMES_FENCED", culprit: ["dns", "isp"], affects: ALL_SYSTEMS },
    mustNotSay: ["DNS_NAME_MISSING"],
  }),
  probe.row("BAD_CONFIG: system's resolver answers with nothing, public right", {
    fault: "the carrier's resolvers know every name and give no address, a foreign one is right",
    inject: async (lab) =>
      await resolversSay(lab, ["carrier", "domestic"], {
        zone: Object.fromEntries(Object.values(HOST).map((host) => [host, {}])),
      }),
    expect: { status: "faulty", cause: "DNS_NAMES_FENCED", culprit: ["dns", "isp"], affects: ALL_SYSTEMS },
    mustNotSay: ["DNS_NAME_MISSING"],
  }),
  probe.as("BAD_CONFIG: system's resolver SERVFAIL, public right", "dns-servfail"),
  probe.as("BAD_CONFIG: system's resolver REFUSED, public right", "own-dns-refused"),
  probe.as("BAD_CONFIG: system's resolver silent, public right", "own-dns-upstream-silent"),
  probe.as("BAD_CONFIG: system's resolver is this computer and gone", "own-dns-local-dead"),
  probe.row("NO_INTERNET: system NXDOMAIN for everything, public silent", {
    fault: "the carrier says NXDOMAIN for every name, the foreign resolver is silent",
    async inject(lab) {
      await resolversSay(lab, ["carrier", "domestic"], { zone: {} });
      await resolversSay(lab, ["foreign"], { silent: true });
    },
    expect: { status: "faulty", cause: "DNS_NAMES_FENCED", culprit: ["dns", "isp"], affects: ALL_SYSTEMS },
    mustNotSay: ["DNS_NAME_MISSING"],
  }),
  probe.as("NO_INTERNET: both silent", "line-down"),
  probe.as("INCONCLUSIVE: system right, public silent", "public-resolvers-blocked"),
  probe.as("system's first server dead", "dns-first-server-dead"),
  probe.as("system's resolver slow", "dns-slow"),
  probe.as("system's resolver forged on the way", "own-dns-forged"),
  probe.row("one name SERVFAIL at every resolver", {
    fault: "one zone fails at every resolver",
    inject: async (lab) => await resolversSay(lab, ["carrier", "domestic", "foreign"], { servfail: [HOST.docs] }),
    expect: { status: "faulty", cause: "DNS_SERVFAIL", culprit: "dns", affects: docs },
    mustNotSay: ["SERVER_DOWN"],
  }),
  probe.row("one name NODATA at every resolver", {
    fault: "one name has no address at any resolver",
    inject: async (lab) =>
      await resolversSay(lab, ["carrier", "domestic", "foreign"], {
        zone: { ...zoneWithout(HOST.docs), [HOST.docs]: {} },
      }),
    expect: { status: "faulty", cause: "DNS_NAME_MISSING", culprit: "dns", affects: docs },
    mustNotSay: ["SERVER_DOWN"],
  }),
];

const brokenOff = { status: "faulty", cause: "ANSWER_BROKEN_OFF", culprit: "server", affects: docs } as const;
const inTls = {
  status: "faulty",
  cause: "TLS_HANDSHAKE_FAILED",
  accept: ["SNI_BLOCKED"],
  culprit: ["server", "isp"],
  affects: docs,
} as const;

/** chromium/src, net/base/net_error_list.h: what the user of a browser sees, and why. */
export const CHROMIUM_ERRORS: readonly PeerRow[] = [
  error.as("ERR_INTERNET_DISCONNECTED", "link-down"),
  error.as("ERR_NETWORK_CHANGED", "own-line-cut-late"),
  error.as("ERR_NAME_NOT_RESOLVED", "own-name-missing"),
  error.as("ERR_CONNECTION_REFUSED", "server-refuses"),
  error.as("ERR_CONNECTION_TIMED_OUT", "server-down"),
  error.as("ERR_ADDRESS_UNREACHABLE", "own-server-host-unreachable"),
  error.as("ERR_CONNECTION_RESET (on the name)", "sni-blocked"),
  error.as("ERR_PROXY_CONNECTION_FAILED", "proxy-dead"),
  error.as("ERR_TUNNEL_CONNECTION_FAILED", "own-proxy-refuses"),
  error.as("ERR_CERT_DATE_INVALID", "cert-expired"),
  error.as("ERR_CERT_DATE_INVALID (clock)", "clock-wrong"),
  error.as("ERR_CERT_COMMON_NAME_INVALID", "cert-wrong-host"),
  error.as("ERR_CERT_AUTHORITY_INVALID", "cert-untrusted"),
  error.as("ERR_TOO_MANY_REDIRECTS", "own-redirect-loop"),
  error.row("ERR_EMPTY_RESPONSE", {
    fault: "one server closes after the request without a byte",
    inject: async (lab) => await docsSaysSecurely(lab, { reply: "", ending: "close" }),
    expect: brokenOff,
    mustNotSay: ["BAD_REPLY"],
  }),
  error.row("ERR_RESPONSE_HEADERS_TRUNCATED", {
    fault: "one server closes in the middle of its headers",
    inject: async (lab) =>
      await docsSaysSecurely(lab, { reply: "HTTP/1.1 200 OK\r\nContent-Type: text/h", ending: "close" }),
    expect: { ...brokenOff, accept: ["BAD_REPLY"] },
    mustNotSay: ["SNI_BLOCKED", "SERVER_HANGS"],
  }),
  error.row("ERR_INVALID_HTTP_RESPONSE", {
    fault: "one server answers a request with no HTTP",
    inject: async (lab) => await docsSaysSecurely(lab, { reply: "\u0000\u0001garbage\r\n\r\n", ending: "close" }),
    expect: { status: "faulty", cause: "BAD_REPLY", culprit: "server", affects: docs },
    mustNotSay: ["SNI_BLOCKED", "SERVER_HANGS"],
  }),
  error.row("ERR_CONTENT_LENGTH_MISMATCH", {
    fault: "one server closes before the promised end of its page",
    inject: async (lab) =>
      await docsSaysSecurely(lab, {
        reply: "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n<h1>nua trang</h1>",
        ending: "close",
      }),
    expect: brokenOff,
    mustNotSay: ["BAD_REPLY", "SNI_BLOCKED"],
  }),
  error.row("ERR_INCOMPLETE_CHUNKED_ENCODING", {
    fault: "one server closes in the middle of a chunk",
    inject: async (lab) =>
      await docsSaysSecurely(lab, {
        reply: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1000\r\n<h1>nua trang</h1>",
        ending: "close",
      }),
    expect: brokenOff,
    mustNotSay: ["BAD_REPLY", "SNI_BLOCKED"],
  }),
  error.row("lax headers that Chromium bears (bare LF)", {
    fault: "one server ends its header lines with bare LF",
    inject: async (lab) =>
      await docsSaysSecurely(lab, {
        reply: `HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n${PAGE}`,
        ending: "close",
      }),
    expect: { status: "healthy", cause: null, culprit: null },
    mostSeconds: 20,
  }),
  error.row("ERR_SSL_PROTOCOL_ERROR (plain HTTP on 443)", {
    fault: "one server speaks plain HTTP on 443",
    inject: async (lab) => await docsSays(lab, { reply: answerOf(PAGE), ending: "close" }),
    expect: { ...inTls, cause: "TLS_HANDSHAKE_FAILED", culprit: "server" },
    mustNotSay: ["SNI_BLOCKED", "TLS_INTERCEPTED"],
  }),
  error.row("ERR_SSL_VERSION_OR_CIPHER_MISMATCH", {
    fault: "one server knows TLS 1.0 at most",
    async inject(lab) {
      const identity = await lab.identity(HOST.docs);
      await docsSays(lab, { reply: answerOf(PAGE), ending: "close", identity, newest: "TLSv1" });
    },
    expect: inTls,
    mustNotSay: ["SERVER_DOWN", "CERT_UNTRUSTED"],
  }),
  error.row("ERR_CONNECTION_CLOSED in the handshake", {
    fault: "one server closes after the ClientHello, whatever it names",
    inject: async (lab) => await docsSays(lab, { reply: "", ending: "close" }),
    expect: inTls,
    mustNotSay: ["SERVER_DOWN", "SERVER_REFUSES"],
  }),
  error.row("ERR_BAD_SSL_CLIENT_AUTH_CERT", {
    fault: "one server insists on a client's certificate",
    async inject(lab) {
      const identity = await lab.identity(HOST.docs);
      await docsSays(lab, { reply: answerOf(PAGE), ending: "close", identity, wantsCertificate: true });
    },
    expect: { status: "inconclusive", cause: null, culprit: null },
  }),
  error.row("ERR_CONTENT_DECODING_FAILED", {
    fault: "one server packs its page in a way that nobody can undo",
    inject: async (lab) => await docsAnswers(lab, { headers: { "content-encoding": "sdch" } }),
    expect: { status: "inconclusive", cause: null, culprit: null },
  }),
  error.row("HTTP 502 Bad Gateway", {
    fault: "one server answers 502",
    inject: async (lab) => await docsAnswers(lab, { status: 502 }),
    expect: { status: "faulty", cause: "SERVER_ERROR", culprit: "server", affects: docs },
  }),
];
