import type { Rule } from "../rule.ts";
import { tslcdLineDown } from "./line-down.ts";
import { tslcdRouterSilent } from "./router-silent.ts";

/** The government's own network, where the office has a leg to it. */
export const tslcd: readonly Rule[] = [tslcdRouterSilent, tslcdLineDown];
