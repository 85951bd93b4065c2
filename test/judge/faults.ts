import { LAPTOP } from "./faults/laptop.ts";
import { OFFICE } from "./faults/office.ts";
import { LINE } from "./faults/line.ts";
import { NAMES } from "./faults/names.ts";
import { SERVERS } from "./faults/servers.ts";
import { TSLCD } from "./faults/tslcd.ts";
import { TWO_AT_ONCE } from "./faults/two-at-once.ts";
import type { Fault } from "./faults/fault.ts";

/** What goes wrong in an office, made up, and what the judge must say. */
export const FAULTS: readonly Fault[] = [...LAPTOP, ...OFFICE, ...LINE, ...NAMES, ...SERVERS, ...TSLCD, ...TWO_AT_ONCE];
