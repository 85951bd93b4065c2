import { proxyMisconfigured } from "../proxy/proxy-misconfigured.ts";
import type { Rule } from "../rule.ts";
import { rogueDhcp } from "../site/rogue-dhcp.ts";
import { deadDetour } from "./dead-detour.ts";
import { interfaceDisabled, linkDown, noUsableInterface } from "./dead-link.ts";
import { hostsFileOverride } from "./hosts-file.ts";
import { localFirewall } from "./local-firewall.ts";
import { noAddress } from "./no-address.ts";
import { noDefaultRoute } from "./no-default-route.ts";
import { leaseRule } from "./no-lease.ts";
import { routePrefersDeadInterface } from "./route-prefers-dead-interface.ts";
import { wrongNetmask } from "./wrong-netmask.ts";
import { staticWrongSubnet } from "./wrong-subnet.ts";

/** The laptop's own link, address and settings. */
export const local: readonly Rule[] = [
  noUsableInterface,
  interfaceDisabled,
  linkDown,
  proxyMisconfigured,
  hostsFileOverride,
  noAddress,
  /** A server of addresses was there, or the router is: all addresses are taken. */
  leaseRule("DHCP_POOL_FULL"),
  /** Nobody hands out addresses. */
  leaseRule("DHCP_NO_LEASE"),
  noDefaultRoute,
  routePrefersDeadInterface,
  deadDetour,
  staticWrongSubnet,
  wrongNetmask,
  localFirewall,
  rogueDhcp,
];
