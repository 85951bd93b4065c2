import type { Cause } from "../../judge/cause.ts";
import { certificateCauses } from "./certificate.ts";
import { clockAndProxyCauses } from "./clock-and-proxy.ts";
import { dnsCauses } from "./dns.ts";
import { gatewayCauses } from "./gateway.ts";
import { ispCauses } from "./isp.ts";
import { lanCauses } from "./lan.ts";
import { laptopCauses } from "./laptop.ts";
import { lineCauses } from "./line.ts";
import { serverCauses } from "./server.ts";
import type { CauseText } from "./shape.ts";

/** What people read about every cause; the compiler refuses a cause without words. */
export const CAUSE_TEXTS: Readonly<Record<Cause, CauseText>> = {
  ...laptopCauses,
  ...clockAndProxyCauses,
  ...lanCauses,
  ...gatewayCauses,
  ...ispCauses,
  ...lineCauses,
  ...dnsCauses,
  ...serverCauses,
  ...certificateCauses,
};
