import { standingOf } from "./expect.ts";
import { bareHost } from "./hop.ts";
import type { Talk } from "./talk.ts";

/** May a redirect of this endpoint be followed? To hosts that the profile knows; a status that it lists is the end. */
export function mayFollow({ context, input: { endpoint } }: Talk, target: URL, status: number): boolean {
  const known = standingOf(endpoint, bareHost(target), context.names ?? new Set()) !== "stranger";
  return known && endpoint.expect?.status?.includes(status) !== true;
}
