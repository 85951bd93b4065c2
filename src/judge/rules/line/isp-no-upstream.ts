import { lineRule } from "./line-rule.ts";

/** The carrier's first router answers; behind it there is nothing. */
export const ispNoUpstream = lineRule("ISP_NO_UPSTREAM");
