import type { Facts } from "../../facts/facts.ts";
import { unique } from "../../facts/observed.ts";
import type { Target } from "../../facts/target.ts";

/** Could a TCP connection be opened to any address of it? */
export function isConnected(target: Target): boolean {
  return target.attempts.some((one) => one.connected);
}

/** Tried as far as the transport layer: it had an address to try. */
export function isTried(target: Target): boolean {
  return target.state !== "untested" && target.stage !== "resolve";
}

/** Targets on the Internet that were tried at the transport layer. */
export function triedTargets(facts: Facts): readonly Target[] {
  return facts.targets.filter((one) => isTried(one) && one.endpoint.network === "internet");
}

export function addressesOf(targets: readonly Target[]): string[] {
  return unique(
    targets.flatMap((one) => one.attempts.flatMap(({ ended }) => (ended.address === null ? [] : [ended.address]))),
  );
}

/** Open targets at which the connection itself failed. */
export function unconnected(open: readonly Target[]): readonly Target[] {
  return open.filter((one) => isTried(one) && one.stage === "connect");
}
