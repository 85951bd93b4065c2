import type { Identity } from "../../../src/practice/servers/authority.ts";
import { oddChain } from "./odd-chain.ts";

/**
 * A trusted root, an intermediate that expired last month, and a leaf of it that is good for itself: what an
 * administrator overlooks.
 */
export async function expiredIntermediate(
  host: string,
): Promise<{ readonly root: string; readonly identity: Identity }> {
  return await oddChain(host, { leaf: { days: [-20, 70] }, middle: { days: [-400, -30] } });
}
