import type { ScanGroup } from "../../base/option-values.ts";

/**
 * Which groups run. An empty `only` means all; `skip` takes away from what is left.
 * The laptop is always read, whatever is asked: every other group is planned from its routes and resolvers.
 */
export function groupFilter(only: readonly string[], skip: readonly string[]): (group: ScanGroup) => boolean {
  const wanted = new Set(only);
  const unwanted = new Set(skip);
  return (group) => group === "laptop" || ((wanted.size === 0 || wanted.has(group)) && !unwanted.has(group));
}
