import type { Cause } from "../../../src/text/causes/index.ts";
import type { World } from "../world.ts";

export interface Fault {
  readonly name: string;
  /** Causes in order; the first is the root cause. */
  readonly says: readonly Cause[];
  readonly make: (world: World) => World;
}
