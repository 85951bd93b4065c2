import { COMPUTER_OVERRIDES } from "./computer-overrides.ts";
import { NETWORK_OVERRIDES } from "./network-overrides.ts";
import { OFFICE_OVERRIDES } from "./office-overrides.ts";
import { OTHER_OVERRIDES } from "./other-overrides.ts";
import type { Override } from "./rule.ts";

/** What types of device change, in the order in which it is applied. */
export const OVERRIDES: readonly Override[] = [
  ...NETWORK_OVERRIDES,
  ...COMPUTER_OVERRIDES,
  ...OFFICE_OVERRIDES,
  ...OTHER_OVERRIDES,
];
