import type { Cause } from "../judge/cause.ts";
import { certificateCauses } from "./causes-certificate.ts";
import { dnsCauses } from "./causes-dns.ts";
import { gatewayCauses } from "./causes-gateway.ts";
import { ispCauses } from "./causes-isp.ts";
import { lanCauses } from "./causes-lan.ts";
import { laptopCauses } from "./causes-laptop.ts";
import { lineCauses } from "./causes-line.ts";
import { serverCauses } from "./causes-server.ts";
import type { CauseText } from "./causes-shape.ts";

/** What people read about every cause; the compiler refuses a cause without words. */
export const CAUSE_TEXTS: Readonly<Record<Cause, CauseText>> = {
  ...laptopCauses,
  ...lanCauses,
  ...gatewayCauses,
  ...ispCauses,
  ...lineCauses,
  ...dnsCauses,
  ...serverCauses,
  ...certificateCauses,
};
