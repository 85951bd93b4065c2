import { lineRule } from "./line-rule.ts";

/** Nothing comes back from behind the router. */
export const lineDown = lineRule("LINE_DOWN");
