import { content } from "./content/index.ts";
import { gateway } from "./gateway/index.ts";
import { line } from "./line/index.ts";
import { local } from "./local/index.ts";
import { names } from "./names/index.ts";
import { quality } from "./quality/index.ts";
import type { Rule } from "./rule.ts";
import { site } from "./site/index.ts";
import { transport } from "./transport/index.ts";
import { tslcd } from "./tslcd/index.ts";
import { clockWrong } from "./trust/clock-wrong.ts";
import { trust } from "./trust/index.ts";

/**
 * All rules, in the order in which they are asked. An earlier rule takes from a later one what it accounts for, so
 * within a layer the general fault comes before the particular.
 */
export const RULES: readonly Rule[] = [
  ...local,
  ...gateway,
  // A line of its own: each of the two may be dead while the other lives.
  ...tslcd,
  ...line,
  ...names,
  // Before any certificate.
  clockWrong,
  ...transport,
  ...trust,
  ...content,
  ...quality,
  ...site,
];
