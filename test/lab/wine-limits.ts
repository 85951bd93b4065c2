import type { Cause } from "../../src/text/causes/index.ts";
import type { Expectation } from "./scenario.ts";

/** What Wine cannot show: a closed list. Nothing else excuses another verdict than on Linux. */
export const WINE_LIMITS = {
  noAdminState: "a switched off adapter looks like an unplugged one",
  noEmptyResolverList: "where resolv.conf names no resolver it takes 127.0.0.1",
  noLease: "nothing is told of DHCP, so that an address may have been typed",
} as const;

/** Beside a scenario: what is to be seen under Wine instead, and why. */
export interface WineLimit {
  readonly because: keyof typeof WINE_LIMITS;
  readonly expect: Expectation;
  readonly mustNotSay?: readonly Cause[];
}
