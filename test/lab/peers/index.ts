import { CHROMIUM_DNS, CHROMIUM_ERRORS } from "./chromium.ts";
import { OONI } from "./ooni.ts";
import { ANDROID, FIREFOX, NETWORK_MANAGER } from "./portals.ts";
import type { PeerRow } from "./row.ts";
import { BADSSL, BLACKBOX, GLOBALPING, TAILSCALE } from "./tools.ts";

/** Every row of every suite. */
export const PEER_ROWS: readonly PeerRow[] = [
  ...OONI,
  ...ANDROID,
  ...FIREFOX,
  ...NETWORK_MANAGER,
  ...CHROMIUM_DNS,
  ...CHROMIUM_ERRORS,
  ...TAILSCALE,
  ...BLACKBOX,
  ...GLOBALPING,
  ...BADSSL,
];
