import { DC, HOST } from "../map.ts";
import { PAGE } from "../servers/town.ts";
import { suiteOf, type PeerRow } from "./row.ts";
import { answerOf, docsAnswers, docsSaysSecurely, docsWithChain } from "./worlds.ts";

const tailscale = suiteOf("tailscale (netcheck, captivedetection)", "tailscale");
const blackbox = suiteOf("blackbox_exporter (prober tests)", "blackbox");
const globalping = suiteOf("globalping probe (command tests)", "globalping");
const badssl = suiteOf("badssl.com", "badssl");
const docs = ["docs"];
const refused = { status: "faulty", cause: "REQUEST_REFUSED", culprit: "server", affects: docs } as const;
const weak = { status: "faulty", cause: "CERT_TOO_WEAK", culprit: "server", affects: docs } as const;
const open = { status: "inconclusive", cause: null, culprit: null } as const;

const answers = (status: number, headers: Readonly<Record<string, string>> = {}) => ({
  fault: `one server answers ${String(status)}`,
  inject: async (lab: Parameters<typeof docsAnswers>[0]) => await docsAnswers(lab, { status, headers }),
});

/** tailscale, net/netcheck and net/captivedetection. */
export const TAILSCALE: readonly PeerRow[] = [
  tailscale.as("netcheck: all well", "healthy"),
  tailscale.as("UDP: false", "udp-blocked"),
  tailscale.as("IPv6: none", "no-ipv6"),
  tailscale.as("IPv6: works", "ipv6-working"),
  tailscale.as("OSHasIPv6, IPv6 dead", "ipv6-broken"),
  tailscale.as("IPv4: none, IPv6 works", "own-ipv4-down-ipv6-works"),
  tailscale.as("CaptivePortal: yes", "captive-portal"),
  tailscale.as("DERP: TLS intercepted", "tls-intercepted"),
  tailscale.as("DERP: one region unreachable", "own-prefix-blocked"),
  tailscale.as("DERP: only TCP 443 passes UDP 53", "own-only-dns-passes"),
  tailscale.as("PMTU black hole", "mtu-blackhole"),
  tailscale.as("default route over a dead interface", "route-prefers-dead-interface"),
  tailscale.as("no interface up", "no-usable-interface"),
  tailscale.as("large first TLS message lost (Kyber, 2024)", "own-large-hello"),
];

/** prometheus/blackbox_exporter, prober/*_test.go. */
export const BLACKBOX: readonly PeerRow[] = [
  blackbox.as("TestHTTPStatusCodes 200", "healthy"),
  ...[400, 403, 404, 405, 410, 426, 451].map((status) =>
    blackbox.row(`TestHTTPStatusCodes ${String(status)}`, {
      ...answers(status),
      expect: refused,
      mustNotSay: ["SERVER_ERROR", "CONTENT_MISMATCH"],
    }),
  ),
  ...[408, 429, 500, 501, 504].map((status) =>
    blackbox.row(`TestHTTPStatusCodes ${String(status)}`, {
      ...answers(status),
      expect: { status: "faulty", cause: "SERVER_ERROR", culprit: "server", affects: docs },
      mustNotSay: ["CONTENT_MISMATCH"],
    }),
  ),
  blackbox.row("TestHTTPStatusCodes 503 with Retry-After", {
    ...answers(503, { "retry-after": "3600" }),
    expect: { status: "faulty", cause: "SERVER_ERROR", culprit: "server", affects: docs },
  }),
  ...["Basic realm=x", "Negotiate", "NTLM"].map((scheme) =>
    blackbox.row(`TestBasicAuth: 401 ${scheme}`, { ...answers(401, { "www-authenticate": scheme }), expect: open }),
  ),
  blackbox.as("TestRedirectFollowed", "own-redirect-good"),
  blackbox.as("TestRedirectionLimit", "own-redirect-loop"),
  blackbox.as("TestRedirectToTLSHostWorks: expired", "own-redirect-expired"),
  blackbox.as("TestFailIfBodyMatchesRegexp", "content-mismatch"),
  blackbox.as("TestFailIfNotSSL", "own-plain-http-on-443"),
  blackbox.as("TestHTTPTimeout", "server-hangs"),
  blackbox.as("TestTCPConnection fails", "server-refuses"),
  blackbox.as("TestTCPConnectionQueryResponse: no greeting", "own-mail-no-greeting"),
  blackbox.row("TestTCPConnectionQueryResponse: 554", {
    fault: "mail server greets with 554",
    inject: async (lab) =>
      await lab.serve(
        "dc",
        "smtp",
        { greetingCode: 554, greeting: "5.7.1 client host blocked" },
        { greetingCode: 220, greeting: "mail ESMTP" },
      ),
    expect: { status: "faulty", cause: "MAIL_REFUSED", culprit: "server", affects: ["mail"] },
    mustNotSay: ["BAD_REPLY"],
  }),
  blackbox.row("TestTCPConnectionQueryResponse: 421", {
    fault: "mail server greets with 421",
    inject: async (lab) =>
      await lab.serve(
        "dc",
        "smtp",
        { greetingCode: 421, greeting: "too many connections" },
        { greetingCode: 220, greeting: "mail ESMTP" },
      ),
    expect: { status: "faulty", cause: "MAIL_REFUSED", culprit: "server", affects: ["mail"] },
    mustNotSay: ["BAD_REPLY"],
  }),
  blackbox.row("TestTCPConnectionQueryResponseStartTLS: not offered", {
    fault: "mail server on 587 offers no STARTTLS",
    inject: async (lab) => await lab.serve("dc", "smtp", { offerStarttls: false }, { offerStarttls: true }),
    expect: {
      status: ["degraded", "faulty"],
      cause: "MAIL_WITHOUT_TLS",
      culprit: ["server", "isp"],
      affects: ["mail"],
    },
  }),
  blackbox.as("TestDNSProtocol: SERVFAIL of a zone", "dns-servfail-zone"),
  blackbox.as("TestDNSProtocol: TCP only", "own-dns-cut-with-tcp"),
  blackbox.as("TestDNSProtocol: truncated, no TCP", "own-dns-cut-no-tcp"),
  blackbox.as("TestPrometheusTimeout: data centre silent", "datacentre-down"),
  blackbox.as("ICMP: target drops echo", "servers-drop-icmp"),
  blackbox.row("TestFailIfHeaderMatches: chunked, no length", {
    fault: "one server sends its page in chunks",
    inject: async (lab) =>
      await docsSaysSecurely(lab, {
        reply: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`,
        ending: "close",
      }),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
  blackbox.row("TestHandlingOfCompressionSetting: none, closed at the end", {
    fault: "one server ends its page by closing",
    inject: async (lab) =>
      await docsSaysSecurely(lab, {
        reply: `HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n${PAGE}`,
        ending: "close",
      }),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
];

/** jsdelivr/globalping-probe, test/unit/cmd. */
export const GLOBALPING: readonly PeerRow[] = [
  globalping.as("ping: 0 % loss", "healthy"),
  globalping.as("ping: 100 % loss, TCP works (servers)", "servers-drop-icmp"),
  globalping.as("ping: 100 % loss, TCP works (router)", "router-drops-icmp"),
  globalping.as("ping: Destination Host Unreachable", "own-server-host-unreachable"),
  globalping.as("ping: Destination Net Unreachable", "isp-rejects"),
  globalping.as("ping: Time to live exceeded", "own-routing-loop"),
  globalping.as("ping: no such program", "no-ping-program"),
  globalping.as("ping: 10 % loss", "line-loss"),
  globalping.as("ping: 1 % loss", "loss-1-percent"),
  globalping.as("dns: NOERROR", "healthy"),
  globalping.as("dns: SERVFAIL", "dns-servfail"),
  globalping.as("dns: connection timed out", "own-dns-upstream-silent"),
  globalping.as("dns: connection refused", "own-dns-local-dead"),
  globalping.as("dns: private address for a public name", "own-router-lies"),
  globalping.as("http: ECONNREFUSED", "server-refuses"),
  globalping.as("http: timeout", "server-down"),
  globalping.as("http: certificate has expired", "cert-expired"),
  globalping.as("http: self-signed certificate", "cert-untrusted"),
  globalping.as("http: unable to verify the first certificate", "cert-chain-incomplete"),
  globalping.as("http: 500", "server-error-500"),
  globalping.as("mtr: stops behind the carrier's first router", "isp-no-upstream"),
  globalping.as("mtr: stops at the router", "gateway-not-forwarding"),
  globalping.as("mtr: jitter and reordering", "jitter-and-reorder"),
];

/** chromium/badssl.com, one row a subdomain, as far as a laboratory without a public authority can make it. */
export const BADSSL: readonly PeerRow[] = [
  badssl.as("expired", "cert-expired"),
  badssl.as("wrong.host", "cert-wrong-host"),
  badssl.as("self-signed", "cert-untrusted"),
  badssl.as("incomplete-chain", "cert-chain-incomplete"),
  badssl.as("superfish, edellroot (a stranger's root signs everything)", "tls-intercepted"),
  badssl.as("not yet valid", "own-cert-not-yet-valid"),
  badssl.row("untrusted-root", {
    fault: "one server shows a chain of an unknown root",
    async inject(lab) {
      await lab.certify("dc", "docs", HOST.docs, await lab.certifier.foreign.leaf({ names: [HOST.docs] }));
    },
    expect: { status: "faulty", cause: "CERT_UNTRUSTED", culprit: "server", affects: docs },
    mustNotSay: ["TLS_INTERCEPTED", "CERT_CHAIN_INCOMPLETE"],
  }),
  badssl.row("no-common-name, names in subjectAltName only", {
    fault: "one server's certificate is good by its subjectAltName",
    inject: async (lab) => await docsWithChain(lab, { leaf: { days: [-20, 70] }, middle: { days: [-400, 400] } }),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
  badssl.row("no-san: name in the common name only", {
    fault: "one server's certificate has no subjectAltName",
    inject: async (lab) =>
      await docsWithChain(lab, { leaf: { days: [-20, 70], altNames: false }, middle: { days: [-400, 400] } }),
    expect: { status: "faulty", cause: "CERT_WRONG_HOST", culprit: "server", affects: docs },
  }),
  badssl.row("rsa1024", {
    fault: "one server's key is RSA 1024",
    inject: async (lab) =>
      await docsWithChain(lab, { leaf: { days: [-20, 70], rsaBits: 1024 }, middle: { days: [-400, 400] } }),
    expect: weak,
    mustNotSay: ["CERT_UNTRUSTED"],
  }),
  badssl.row("rsa2048, rsa4096, rsa8192", {
    fault: "one server's key is RSA 4096",
    inject: async (lab) =>
      await docsWithChain(lab, { leaf: { days: [-20, 70], rsaBits: 4096 }, middle: { days: [-400, 400] } }),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
  badssl.row("sha1-2017", {
    fault: "one server's certificate is signed with SHA-1",
    inject: async (lab) =>
      await docsWithChain(lab, { leaf: { days: [-20, 70], hash: "SHA-1" }, middle: { days: [-400, 400] } }),
    expect: weak,
    mustNotSay: ["CERT_UNTRUSTED"],
  }),
  badssl.row("sha1-intermediate", {
    fault: "one server's intermediate is signed with SHA-1",
    inject: async (lab) =>
      await docsWithChain(lab, { leaf: { days: [-20, 70] }, middle: { days: [-400, 400], hash: "SHA-1" } }),
    expect: weak,
    mustNotSay: ["CERT_UNTRUSTED"],
  }),
  badssl.as("expired intermediate", "own-expired-intermediate"),
  badssl.row("earliest expiry of the chain: intermediate ends in 3 days", {
    fault: "one server's intermediate ends in 3 days",
    inject: async (lab) => await docsWithChain(lab, { leaf: { days: [-20, 70] }, middle: { days: [-400, 3] } }),
    expect: { status: "degraded", cause: "CERT_EXPIRES_SOON", culprit: "server" },
  }),
  badssl.row("client-cert-missing (nginx 400)", {
    fault: "one server answers 400: no required SSL certificate was sent",
    inject: async (lab) =>
      await docsAnswers(lab, {
        status: 400,
        body: "<title>400 No required SSL certificate was sent</title><h1>400 Bad Request</h1>",
      }),
    expect: open,
  }),
  ...(
    [
      ["rc4, 3des, null (no cipher of today)", { ciphers: "AES128-SHA256:@SECLEVEL=0", newest: "TLSv1.2" }],
      ["tls-v1-0", { newest: "TLSv1" }],
      ["tls-v1-1", { newest: "TLSv1.1" }],
      [
        "dh1024, dh2048 (finite-field DHE only)",
        { ciphers: "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0", newest: "TLSv1.2" },
      ],
    ] as const
  ).map(([name, more]) =>
    badssl.row(name, {
      fault: `one server offers: ${name}`,
      async inject(lab) {
        const { oddChain } = await import("../servers/odd-chain.ts");
        const { appendFile, writeFile } = await import("node:fs/promises");
        const { root, identity } = await oddChain(HOST.docs, {
          leaf: { days: [-20, 70] },
          middle: { days: [-400, 400] },
        });
        lab.later(async () => await writeFile(`${lab.folder}/root.pem`, lab.certifier.own.root));
        await appendFile(`${lab.folder}/root.pem`, root);
        await lab.stop("dc", "docs");
        await lab.start("dc", {
          kind: "raw",
          name: "odd",
          address: DC.docs,
          port: 443,
          identity,
          reply: answerOf(PAGE),
          ending: "close",
          ...more,
        });
      },
      expect: {
        status: ["faulty", "degraded"],
        cause: "TLS_HANDSHAKE_FAILED",
        accept: ["SNI_BLOCKED"],
        culprit: ["server", "isp"],
        affects: docs,
      },
      mustNotSay: ["SERVER_DOWN", "CERT_UNTRUSTED"],
    }),
  ),
];
