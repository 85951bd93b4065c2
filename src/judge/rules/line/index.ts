import { proxyDead } from "../proxy/proxy-dead.ts";
import { proxyRefuses } from "../proxy/proxy-refuses.ts";
import { namesToOneAddress } from "../names/one-address.ts";
import type { Rule } from "../rule.ts";
import { httpTampered } from "./http-tampered.ts";
import { internationalDown } from "./international-down.ts";
import { ipv4Broken } from "./ipv4-broken.ts";
import { ipv6Broken } from "./ipv6-broken.ts";
import { datacentreInterrupted, lineInterrupted } from "./line-interrupted.ts";
import { lineRule } from "./line-rule.ts";
import { onlyDnsPasses } from "./only-dns-passes.ts";
import { portalRule } from "./portal-rule.ts";

/** What lies between the router and everybody else, and the proxy that is to lead there. */
export const line: readonly Rule[] = [
  /** The router lives, reaches the Internet itself or filters, and passes nothing on. */
  lineRule("GATEWAY_NOT_FORWARDING"),
  /** The router says that it has no way out. */
  lineRule("WAN_LINK_DOWN"),
  /** The carrier's network itself says "unreachable". */
  lineRule("ISP_REJECTS"),
  /** The carrier's first router answers; behind it there is nothing. */
  lineRule("ISP_NO_UPSTREAM"),
  /** Nothing comes back from behind the router. */
  lineRule("LINE_DOWN"),
  /** A log-in page stands before the Internet. */
  portalRule("CAPTIVE_PORTAL", "ISP_SUSPENDED"),
  /** The carrier has stopped the line, for unpaid bills or another reason, and shows a notice instead. */
  portalRule("ISP_SUSPENDED", "CAPTIVE_PORTAL"),
  /** Before the strange pages and closed ports that follow from it. */
  namesToOneAddress,
  lineInterrupted,
  datacentreInterrupted,
  httpTampered,
  onlyDnsPasses,
  internationalDown,
  ipv6Broken,
  ipv4Broken,
  proxyDead,
  proxyRefuses,
];
