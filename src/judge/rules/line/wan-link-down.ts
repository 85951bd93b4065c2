import { lineRule } from "./line-rule.ts";

/** The router says that it has no way out. */
export const wanLinkDown = lineRule("WAN_LINK_DOWN");
