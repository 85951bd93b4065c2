import type { Rule } from "./rule.ts";
import { noUsableInterface } from "./local/no-usable-interface.ts";
import { interfaceDisabled } from "./local/interface-disabled.ts";
import { linkDown } from "./local/link-down.ts";
import { proxyMisconfigured } from "./proxy/proxy-misconfigured.ts";
import { hostsFileOverride } from "./local/hosts-file.ts";
import { localFirewall } from "./local/local-firewall.ts";
import { noAddress } from "./local/no-address.ts";
import { dhcpPoolFull } from "./local/dhcp-pool-full.ts";
import { dhcpNoLease } from "./local/dhcp-no-lease.ts";
import { duplicateIp } from "./local/duplicate-ip.ts";
import { noDefaultRoute } from "./local/no-default-route.ts";
import { routePrefersDeadInterface } from "./local/route-prefers-dead-interface.ts";
import { staticWrongSubnet } from "./local/wrong-subnet.ts";
import { wrongNetmask } from "./local/wrong-netmask.ts";
import { rogueDhcp } from "./site/rogue-dhcp.ts";
import { lanSilent } from "./gateway/lan-silent.ts";
import { lossyCable } from "./gateway/lossy-cable.ts";
import { gatewayDown } from "./gateway/gateway-down.ts";
import { gatewayNotForwarding } from "./line/gateway-not-forwarding.ts";
import { wanLinkDown } from "./line/wan-link-down.ts";
import { ispRejects } from "./line/isp-rejects.ts";
import { ispNoUpstream } from "./line/isp-no-upstream.ts";
import { lineDown } from "./line/line-down.ts";
import { captivePortal } from "./line/captive-portal.ts";
import { ispSuspended } from "./line/isp-suspended.ts";
import { httpTampered } from "./line/http-tampered.ts";
import { lineInterrupted } from "./line/line-interrupted.ts";
import { onlyDnsPasses } from "./line/only-dns-passes.ts";
import { internationalDown } from "./line/international-down.ts";
import { ipv6Broken } from "./line/ipv6-broken.ts";
import { ipv4Broken } from "./line/ipv4-broken.ts";
import { proxyDead } from "./proxy/proxy-dead.ts";
import { proxyRefuses } from "./proxy/proxy-refuses.ts";
import { noDnsConfigured } from "./names/no-dns-configured.ts";
import { dnsForwarderDead } from "./names/dns-forwarder-dead.ts";
import { dnsPortBlocked } from "./names/dns-port-blocked.ts";
import { dnsResolverSilent } from "./names/dns-resolver-silent.ts";
import { dnsServfail, dnsZoneServfail } from "./names/dns-servfail.ts";
import { dnsRefused } from "./names/dns-refused.ts";
import { dnsFirstServerDead } from "./names/dns-first-server-dead.ts";
import { dnsSlow } from "./names/dns-slow.ts";
import { dnsHijack } from "./names/dns-hijack.ts";
import { dnsStaleRecord } from "./names/dns-stale-record.ts";
import { dnsNameMissing } from "./names/dns-name-missing.ts";
import { dnsNxdomainRewrite } from "./names/dns-nxdomain-rewrite.ts";
import { clockWrong } from "./trust/clock-wrong.ts";
import { port443Blocked } from "./transport/port-443-blocked.ts";
import { port80Blocked } from "./transport/port-80-blocked.ts";
import { signingBlocked } from "./transport/signing-blocked.ts";
import { governmentUnreachable } from "./transport/government-unreachable.ts";
import { datacentreDown } from "./transport/datacentre-down.ts";
import { nationalDown } from "./transport/national-down.ts";
import { tslcdUnreachable } from "./transport/tslcd-unreachable.ts";
import { mailPortBlocked } from "./transport/mail-port-blocked.ts";
import { portBlocked } from "./transport/port-blocked.ts";
import { udpBlocked } from "./transport/udp-blocked.ts";
import { lanLoss } from "./quality/lan-loss.ts";
import { wifiWeak } from "./quality/wifi-weak.ts";
import { lineLoss } from "./quality/line-loss.ts";
import { prefixUnreachable } from "./transport/prefix-unreachable.ts";
import { serverRefuses } from "./transport/server-refuses.ts";
import { serverDown } from "./transport/server-down.ts";
import { mtuBlackhole } from "./transport/mtu-blackhole.ts";
import { sniBlocked } from "./transport/sni-blocked.ts";
import { tlsIntercepted } from "./trust/tls-intercepted.ts";
import { certExpired } from "./trust/cert-expired.ts";
import { certNotYetValid } from "./trust/cert-not-yet-valid.ts";
import { certWrongHost } from "./trust/cert-wrong-host.ts";
import { certChainIncomplete } from "./trust/cert-chain-incomplete.ts";
import { certUntrusted } from "./trust/cert-untrusted.ts";
import { certExpiresSoon } from "./trust/cert-expires-soon.ts";
import { tlsHandshakeFailed } from "./content/tls-handshake-failed.ts";
import { largeTransferFails } from "./content/large-transfer-fails.ts";
import { serverHangs } from "./content/server-hangs.ts";
import { serverError } from "./content/server-error.ts";
import { contentMismatch } from "./content/content-mismatch.ts";
import { badReply } from "./content/bad-reply.ts";
import { serverSlow } from "./content/server-slow.ts";
import { highLatency } from "./quality/high-latency.ts";
import { lowBandwidth } from "./quality/low-bandwidth.ts";
import { bufferbloat } from "./quality/bufferbloat.ts";
import { unusualNetwork } from "./site/unusual-network.ts";
import { deviceAbsent } from "./site/device-absent.ts";
import { signingAgentMissing } from "./site/signing-agent-missing.ts";

/**
 * All rules, in the order in which they are asked: link, address, neighbour and gateway, line, names, clock, transport,
 * TLS, content, quality, site. An earlier rule takes from a later one what it accounts for, so within a layer the
 * general fault comes before the particular.
 */
export const RULES: readonly Rule[] = [
  // the laptop's own link and address
  noUsableInterface,
  interfaceDisabled,
  linkDown,
  proxyMisconfigured,
  hostsFileOverride,
  noAddress,
  dhcpPoolFull,
  dhcpNoLease,
  noDefaultRoute,
  routePrefersDeadInterface,
  staticWrongSubnet,
  wrongNetmask,
  localFirewall,
  rogueDhcp,
  // the office's network and its router
  lanSilent,
  lossyCable,
  gatewayDown,
  duplicateIp,
  noDnsConfigured,
  // the line
  gatewayNotForwarding,
  wanLinkDown,
  ispRejects,
  ispNoUpstream,
  lineDown,
  captivePortal,
  ispSuspended,
  lineInterrupted,
  httpTampered,
  onlyDnsPasses,
  internationalDown,
  ipv6Broken,
  ipv4Broken,
  proxyDead,
  proxyRefuses,
  // names
  dnsForwarderDead,
  dnsPortBlocked,
  dnsResolverSilent,
  dnsServfail,
  dnsRefused,
  dnsZoneServfail,
  dnsFirstServerDead,
  dnsSlow,
  dnsHijack,
  dnsStaleRecord,
  dnsNameMissing,
  dnsNxdomainRewrite,
  // the clock, before any certificate
  clockWrong,
  // transport: whole ports and groups before single servers, loss before the silence that it explains
  port443Blocked,
  port80Blocked,
  governmentUnreachable,
  datacentreDown,
  nationalDown,
  lanLoss,
  wifiWeak,
  lineLoss,
  signingBlocked,
  tslcdUnreachable,
  udpBlocked,
  mailPortBlocked,
  portBlocked,
  prefixUnreachable,
  serverRefuses,
  serverDown,
  mtuBlackhole,
  sniBlocked,
  // TLS and content
  tlsIntercepted,
  certExpired,
  certNotYetValid,
  certWrongHost,
  certChainIncomplete,
  certUntrusted,
  certExpiresSoon,
  tlsHandshakeFailed,
  largeTransferFails,
  serverHangs,
  serverError,
  contentMismatch,
  badReply,
  serverSlow,
  // quality and site
  highLatency,
  lowBandwidth,
  bufferbloat,
  unusualNetwork,
  deviceAbsent,
  signingAgentMissing,
];
