import type { Rule } from "../rule.ts";
import { bufferbloat } from "./bufferbloat.ts";
import { highLatency } from "./high-latency.ts";
import { lowBandwidth } from "./low-bandwidth.ts";

/** A line that works and is slow. Loss is asked before the silence that it explains: see transport. */
export const quality: readonly Rule[] = [highLatency, lowBandwidth, bufferbloat];
