import type { Cause } from "../../../text/causes/index.ts";
import type { Attempt } from "../../facts/attempt.ts";
import type { Facts } from "../../facts/facts.ts";
import { addressConfirmed, certificateAccepted } from "../control.ts";
import type { Rule } from "../rule.ts";
import { certExpiresSoon } from "./cert-expires-soon.ts";
import { flawRule } from "./flaw-rule.ts";
import { tlsIntercepted } from "./tls-intercepted.ts";

/** Without two servers' own clocks the laptop's may be to blame. */
const orTheClock = (facts: Facts): readonly Cause[] => (facts.clock.offsetMs === null ? ["CLOCK_WRONG"] : []);

/** Where no other server's certificate was accepted, somebody between may sign for all of them. */
const orSomebodyBetween = (facts: Facts, flawed: readonly Attempt[]): readonly Cause[] =>
  certificateAccepted(facts, hostsOf(flawed)) ? [] : ["TLS_INTERCEPTED"];

/** Where no other resolver knows the host at that address, it may be another machine. */
const orAnotherMachine = (facts: Facts, flawed: readonly Attempt[]): readonly Cause[] =>
  flawed.every((one) => addressConfirmed(facts, { address: one.address, host: one.seen.host })) ? [] : ["DNS_HIJACK"];

function hostsOf(flawed: readonly Attempt[]): readonly string[] {
  return flawed.map((one) => one.seen.host);
}

/** Certificates: somebody between first, then what is wrong with single ones. */
export const trust: readonly Rule[] = [
  tlsIntercepted,
  /** Past its last day by the servers' own clocks. */
  flawRule("CERT_EXPIRED", "expired", "down", orTheClock),
  /** Before its first day at the right time. */
  flawRule("CERT_NOT_YET_VALID", "notYet", "down", orTheClock),
  /** Made out to another name. */
  flawRule("CERT_WRONG_HOST", "wrongHost", "down", (facts, flawed) => [
    ...orSomebodyBetween(facts, flawed),
    ...orAnotherMachine(facts, flawed),
  ]),
  /** The server keeps an intermediate certificate to itself: browsers often have it from elsewhere, programs do not. */
  flawRule("CERT_CHAIN_INCOMPLETE", "incomplete", "hurt", (facts, flawed) => [
    "CERT_UNTRUSTED",
    ...orSomebodyBetween(facts, flawed),
  ]),
  /** Signed by nobody whom this laptop trusts. */
  flawRule("CERT_UNTRUSTED", "untrusted", "down", orSomebodyBetween),
  /** Too short a key, or a digest that was given up. */
  flawRule("CERT_TOO_WEAK", "weak", "down", orSomebodyBetween),
  certExpiresSoon,
];
