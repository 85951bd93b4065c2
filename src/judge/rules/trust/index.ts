import type { Cause } from "../../../text/causes/index.ts";
import type { Facts } from "../../facts/facts.ts";
import type { Rule } from "../rule.ts";
import { certExpiresSoon } from "./cert-expires-soon.ts";
import { flawRule } from "./flaw-rule.ts";
import { tlsIntercepted } from "./tls-intercepted.ts";

/** Without the servers' own clocks the laptop's may be to blame. */
const orTheClock = (facts: Facts): readonly Cause[] => (facts.clock.guessMs === null ? ["CLOCK_WRONG"] : []);

/** Certificates: somebody between first, then what is wrong with single ones. */
export const trust: readonly Rule[] = [
  tlsIntercepted,
  /** Past its last day by the servers' own clocks. */
  flawRule("CERT_EXPIRED", "expired", "down", orTheClock),
  /** Before its first day at the right time. */
  flawRule("CERT_NOT_YET_VALID", "notYet", "down", orTheClock),
  /** Made out to another name. */
  flawRule("CERT_WRONG_HOST", "wrongHost", "down"),
  /** The server keeps an intermediate certificate to itself: browsers often have it from elsewhere, programs do not. */
  flawRule("CERT_CHAIN_INCOMPLETE", "incomplete", "hurt", () => ["CERT_UNTRUSTED"]),
  /** Signed by nobody whom this laptop trusts. */
  flawRule("CERT_UNTRUSTED", "untrusted", "down"),
  certExpiresSoon,
];
