import { flawRule } from "./flaw-rule.ts";

/** Signed by nobody whom this laptop trusts. */
export const certUntrusted = flawRule("CERT_UNTRUSTED", "untrusted", "down");
