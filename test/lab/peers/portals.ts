import { HOST, INTERNET, OFFICE, ZONE } from "../map.ts";
import { ALL_SYSTEMS } from "../profile.ts";
import { suiteOf, type PeerRow } from "./row.ts";
import { plainPagesSay, resolversSay, zoneWithout } from "./worlds.ts";

const android = suiteOf("Android (NetworkMonitorTest)", "android");
const firefox = suiteOf("Firefox (captivedetect)", "firefox");
const networkManager = suiteOf("NetworkManager (nm-connectivity)", "nm");

const FORM =
  '<html><title>Login</title><form action="/login"><input name="user"><input type="password" name="pw"></form></html>';
const PORTAL = { status: "faulty", cause: "CAPTIVE_PORTAL", culprit: "gateway", affects: ALL_SYSTEMS } as const;
/** No Internet, behind a box that answers port 80; nobody's log-in and nobody's bill. */
const NOTHING = {
  status: "faulty",
  cause: "ONLY_DNS_PASSES",
  culprit: ["gateway", "isp"],
  affects: ALL_SYSTEMS,
} as const;
const notSuspended = ["ISP_SUSPENDED", "PORT_443_BLOCKED"] as const;

const shows = (body: string, status = 200) => ({
  fault: `every plain page is: ${String(status)} ${body.slice(0, 60)}`,
  inject: async (lab: Parameters<typeof plainPagesSay>[0]) => await plainPagesSay(lab, { status, body }),
});

/** android.googlesource.com, packages/modules/NetworkStack, NetworkMonitorTest. */
export const ANDROID: readonly PeerRow[] = [
  android.as("IsCaptivePortal_Https204 (validated)", "healthy"),
  android.as("IsCaptivePortal_HttpProbeIsPortal (302)", "captive-portal"),
  android.row("IsCaptivePortal_Http200Portal", { ...shows(FORM), expect: PORTAL, mustNotSay: notSuspended }),
  android.row("IsCaptivePortal_Http511", { ...shows(FORM, 511), expect: PORTAL, mustNotSay: notSuspended }),
  android.row("IsCaptivePortal_Http200EmptyResponse", {
    ...shows(""),
    expect: NOTHING,
    mustNotSay: [...notSuspended, "CAPTIVE_PORTAL"],
  }),
  android.row("IsCaptivePortal_Http500", {
    ...shows("<h1>Internal Server Error</h1>", 500),
    expect: NOTHING,
    mustNotSay: [...notSuspended, "CAPTIVE_PORTAL"],
  }),
  android.row("IsCaptivePortal_PrivateIpNotPortal", {
    fault: "the router's DNS leads the check's name to the router, nothing else comes through",
    async inject(lab) {
      await lab.router({ lies: [`${HOST.probe}=${OFFICE.router}`] });
      await lab.filter("router", "inet filter forward", ["meta l4proto tcp reject with tcp reset", "drop"]);
    },
    expect: { ...NOTHING, accept: ["GATEWAY_NOT_FORWARDING", "LINE_DOWN", "WAN_LINK_DOWN"] },
    mustNotSay: ["ISP_SUSPENDED", "CAPTIVE_PORTAL"],
  }),
  android.row("AllNamesToThePortal", {
    fault: "the router's DNS leads every name to its own log-in page",
    async inject(lab) {
      await lab.start("router", {
        kind: "http",
        name: "box",
        address: OFFICE.router,
        port: 8080,
        behaviour: { body: FORM },
      });
      await lab.router({ lies: Object.values(HOST).map((host) => `${host}=${OFFICE.router}`) });
      await lab.filter("router", "ip nat prerouting", [`iifname "lan0" tcp dport 80 redirect to :8080`]);
      await lab.filter("router", "inet filter forward", ["drop"]);
    },
    expect: PORTAL,
    mustNotSay: ["ISP_SUSPENDED", "DNS_HIJACK", "SERVER_REFUSES"],
  }),
  android.as("IsCaptivePortal_AllProbesFailed", "line-down"),
  android.as("IsCaptivePortal_DnsFailure", "own-dns-upstream-silent"),
  android.as("PartialConnectivity_HttpFails", "own-port-80-blocked"),
  android.as("PartialConnectivity_HttpsFails", "port-443-blocked"),
  android.row("DataStall_EvaluationDns", {
    fault: "router drops 60 % of the DNS questions",
    inject: async (lab) =>
      await lab.filter("router", "inet filter input", ['iifname "lan0" udp dport 53 numgen random mod 100 < 60 drop']),
    expect: { status: ["degraded", "faulty"], cause: "DNS_LOSSY", culprit: null },
    mustNotSay: ["DNS_SERVFAIL"],
  }),
  android.row("DataStall_EvaluationTcp", {
    fault: "carrier drops 80 % of the packets from port 443",
    inject: async (lab) =>
      await lab.filter("isp", "inet filter forward", ["tcp sport 443 numgen random mod 100 < 80 drop"]),
    expect: { status: "faulty", cause: "PORT_LOSSY", accept: ["PORT_443_BLOCKED"], culprit: ["isp", "gateway"] },
    mustNotSay: ["SNI_BLOCKED", "SERVER_DOWN", "SERVER_HANGS", "MTU_BLACKHOLE"],
  }),
  android.as("MultipleProbesOneFails", "probe-page-gone"),
];

/** searchfox.org, toolkit/components/captivedetect and netwerk/test/unit/test_captive_portal_service.js. */
export const FIREFOX: readonly PeerRow[] = [
  firefox.as("canonical content received", "healthy"),
  firefox.as("redirected to a log-in page", "captive-portal"),
  firefox.row("canonical content replaced: meta refresh", {
    ...shows(`<html><meta http-equiv="refresh" content="0; url=http://${HOST.portal}/dang-nhap"></html>`),
    expect: PORTAL,
    mustNotSay: notSuspended,
  }),
  firefox.row("canonical content replaced: script", {
    ...shows(`<html><script>window.location.href="http://${HOST.portal}/dang-nhap"</script></html>`),
    expect: PORTAL,
    mustNotSay: notSuspended,
  }),
  firefox.row("redirected to a public name", {
    fault: "every plain page is sent to a portal on the Internet, everything else is shut",
    async inject(lab) {
      await plainPagesSay(lab, { redirectTo: `http://${HOST.portal}/dang-nhap`, pages: {} });
    },
    expect: PORTAL,
    mustNotSay: notSuspended,
  }),
  firefox.as("network down", "line-down"),
  firefox.as("a proxy is set and works", "proxy-works"),
];

/** gitlab.freedesktop.org/NetworkManager, src/core/nm-connectivity.c and its tests. */
export const NETWORK_MANAGER: readonly PeerRow[] = [
  networkManager.as("FULL", "healthy"),
  networkManager.row("PORTAL: 511", { ...shows("<h1>Network Authentication Required</h1>", 511), expect: PORTAL }),
  networkManager.row("PORTAL: response too short or other", { ...shows("<h1>Xin chao</h1>"), expect: PORTAL }),
  networkManager.as("LIMITED: nothing answers", "line-down"),
  networkManager.row("LIMITED: check name does not resolve", {
    fault: "the check's name is gone, everything else works",
    inject: async (lab) =>
      await resolversSay(lab, ["carrier", "domestic", "foreign"], { zone: zoneWithout(HOST.probe) }),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
  networkManager.row("LIMITED: check page answers 404", {
    fault: "the check's page is gone, everything else works",
    inject: async (lab) =>
      await lab.serve(
        "internet",
        "probe",
        { status: 404, body: "khong co" },
        { status: 200, body: "qbrecover-probe-ok\n" },
      ),
    expect: { status: "healthy", cause: null, culprit: null },
  }),
  networkManager.as("NONE: no device", "interface-disabled"),
  networkManager.row("wildcard DNS for what does not exist", {
    fault: "unknown names lead to an advertising page",
    inject: async (lab) => await resolversSay(lab, ["carrier"], { zone: ZONE, rewriteUnknownTo: INTERNET.portal }),
    expect: { status: ["degraded", "faulty"], cause: "DNS_NXDOMAIN_REWRITE", culprit: "dns" },
  }),
];
