import type { Rule } from "../rule.ts";
import { bufferbloat } from "./bufferbloat.ts";
import { highLatency } from "./high-latency.ts";
import { jitter } from "./jitter.ts";

/** A line that works and is slow. Loss and want of room are asked before the silence that they explain: see transport. */
export const quality: readonly Rule[] = [highLatency, jitter, bufferbloat];
