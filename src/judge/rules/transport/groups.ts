import type { Facts } from "../../facts/facts.ts";
import { traitsOf } from "../../../profile/protocols.ts";
import { isSilence, unique } from "../../facts/observed.ts";
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

/**
 * Nothing came back from it: a connection that was not opened, or, where there is none to open, a datagram that nobody
 * answered.
 */
export function isUnreached({ endpoint, stage, code }: Target): boolean {
  return (
    stage === "connect" || (stage === "firstByte" && traitsOf(endpoint.protocol).transport !== "tcp" && isSilence(code))
  );
}

/** Did anything of it answer? */
export function isReached(target: Target): boolean {
  return target.state === "ok" || isConnected(target);
}

/** All that these reach by large packets hangs, while small ones to the same places pass. */
export function hangs({ stage, code }: Target): boolean {
  return ["tls", "firstByte", "body"].includes(stage) && code === "TIMEOUT";
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
