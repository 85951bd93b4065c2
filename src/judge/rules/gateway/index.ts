import { duplicateIp } from "../local/duplicate-ip.ts";
import { linkInterrupted } from "../line/line-interrupted.ts";
import { noDnsConfigured } from "../names/no-dns-configured.ts";
import type { Rule } from "../rule.ts";
import { gatewayDown } from "./gateway-down.ts";
import { lanSilent } from "./lan-silent.ts";
import { lossyCable } from "./lossy-cable.ts";
import { wrongGateway } from "./wrong-gateway.ts";

/** The office's own network and its router. */
export const gateway: readonly Rule[] = [
  linkInterrupted,
  lanSilent,
  lossyCable,
  gatewayDown,
  duplicateIp,
  wrongGateway,
  noDnsConfigured,
];
