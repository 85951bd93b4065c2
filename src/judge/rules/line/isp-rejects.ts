import { lineRule } from "./line-rule.ts";

/** The carrier's network itself says "unreachable". */
export const ispRejects = lineRule("ISP_REJECTS");
