import type { Rule } from "../rule.ts";
import { deviceAbsent } from "./device-absent.ts";
import { proxyArp } from "./proxy-arp.ts";
import { signingAgentMissing } from "./signing-agent-missing.ts";
import { unusualNetwork } from "./unusual-network.ts";

/** The office as it was and as it is. */
export const site: readonly Rule[] = [unusualNetwork, proxyArp, deviceAbsent, signingAgentMissing];
