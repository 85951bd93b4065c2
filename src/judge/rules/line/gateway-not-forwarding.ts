import { lineRule } from "./line-rule.ts";

/** The router lives, reaches the Internet itself or filters, and passes nothing on. */
export const gatewayNotForwarding = lineRule("GATEWAY_NOT_FORWARDING");
