import { keysOf } from "../../base/keys.ts";
import { answerCauses } from "./answers.ts";
import { askingCauses } from "./asking.ts";
import { certificateCauses } from "./certificate.ts";
import { clockAndProxyCauses } from "./clock-and-proxy.ts";
import { dnsCauses } from "./dns.ts";
import { gatewayCauses } from "./gateway.ts";
import { ispCauses } from "./isp.ts";
import { lanCauses } from "./lan.ts";
import { laptopCauses } from "./laptop.ts";
import { lineCauses } from "./line.ts";
import { officeNetworkCauses } from "./office-network.ts";
import { portCauses } from "./ports.ts";
import { refusalCauses } from "./refusals.ts";
import { serverCauses } from "./server.ts";
import type { CauseText } from "./shape.ts";
import { tslcdCauses } from "./tslcd.ts";

const ALL = {
  ...laptopCauses,
  ...clockAndProxyCauses,
  ...lanCauses,
  ...officeNetworkCauses,
  ...gatewayCauses,
  ...ispCauses,
  ...tslcdCauses,
  ...lineCauses,
  ...portCauses,
  ...askingCauses,
  ...dnsCauses,
  ...serverCauses,
  ...answerCauses,
  ...refusalCauses,
  ...certificateCauses,
} as const;

/** Every cause that a verdict can name: stable ids (CONTRACT). The one list of them; each has its rule in judge/rules. */
export type Cause = keyof typeof ALL;
export const CAUSES = keysOf(ALL);

/** Whom each points at, who mends it, and what people read about it. */
export const CAUSE_TEXTS: Readonly<Record<Cause, CauseText>> = ALL;
