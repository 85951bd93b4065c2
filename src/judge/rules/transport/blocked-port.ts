import type { Facts } from "../../facts/facts.ts";
import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";
import type { Contact } from "../../facts/contact.ts";
import { isRelayed } from "../proxy/proxy-state.ts";

export interface BlockedPort {
  readonly port: number;
  /** Contacts to this port, all of them failed. */
  readonly failed: readonly Contact[];
  readonly targets: readonly Target[];
  /** What got through to other ports meanwhile. */
  readonly others: readonly Contact[];
  /** The same addresses answered on other ports, so the servers live. */
  readonly sameHosts: boolean;
}

const tcp = (one: Contact): boolean => one.transport === "tcp" && one.kind !== "series" && one.open !== "unknown";

/**
 * Is a TCP port shut for every server, while other ports get through? At least two addresses must fail, or one whose
 * other ports answer. A connection that is cut in the middle of the TLS handshake counts as shut when it happens to all
 * of them.
 */
export function blockedPort(facts: Facts, port: number): BlockedPort | null {
  const cut = new Set(
    facts.attempts
      .filter((one) => one.connected && one.stage === "tls" && (one.code === "RESET" || one.code === "CLOSED"))
      .map((one) => one.id),
  );
  const here = facts.contacts.filter((one) => tcp(one) && one.port === port);
  const failed = here.filter((one) => one.open === false || cut.has(one.id));
  const others = facts.contacts.filter((one) => tcp(one) && one.port !== port && one.open === true);
  const addresses = unique(failed.map((one) => one.address));
  const sameHosts = addresses.some((address) => others.some((one) => one.address === address));
  if (failed.length === 0 || failed.length < here.length || others.length === 0 || isRelayed(facts)) return null;
  if (addresses.length < 2 && !sameHosts) return null;
  const ids = new Set(failed.map((one) => one.id));
  return { port, failed, targets: facts.targets.filter((one) => one.ids.some((id) => ids.has(id))), others, sameHosts };
}
