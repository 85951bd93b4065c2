import { lanLoss, wifiWeak } from "../quality/lan-loss.ts";
import { connectionsLimited } from "../quality/connections-limited.ts";
import { lineLoss } from "../quality/line-loss.ts";
import { lowBandwidth } from "../quality/low-bandwidth.ts";
import type { Rule } from "../rule.ts";
import { tslcdUnreachable } from "../tslcd/unreachable.ts";
import { datacentreDown } from "./datacentre-down.ts";
import { largeHelloLost } from "./large-hello-lost.ts";
import { governmentUnreachable } from "./government-unreachable.ts";
import { mailPortBlocked } from "./mail-port-blocked.ts";
import { mtuBlackhole } from "./mtu-blackhole.ts";
import { nationalDown } from "./national-down.ts";
import { port443Blocked } from "./port-443-blocked.ts";
import { port80Blocked } from "./port-80-blocked.ts";
import { portBlocked } from "./port-blocked.ts";
import { portLossy } from "./port-lossy.ts";
import { prefixUnreachable } from "./prefix-unreachable.ts";
import { serverDown } from "./server-down.ts";
import { serverRefuses } from "./server-refuses.ts";
import { signingBlocked } from "./signing-blocked.ts";
import { sniBlocked } from "./sni-blocked.ts";
import { udpBlocked } from "./udp-blocked.ts";

/** Connections: whole ports and groups before single servers, loss before the silence that it explains. */
export const transport: readonly Rule[] = [
  port443Blocked,
  port80Blocked,
  portLossy,
  governmentUnreachable,
  datacentreDown,
  nationalDown,
  lanLoss,
  wifiWeak,
  lineLoss,
  connectionsLimited,
  lowBandwidth,
  signingBlocked,
  tslcdUnreachable,
  udpBlocked,
  mailPortBlocked,
  portBlocked,
  prefixUnreachable,
  serverRefuses,
  serverDown,
  largeHelloLost,
  mtuBlackhole,
  sniBlocked,
];
