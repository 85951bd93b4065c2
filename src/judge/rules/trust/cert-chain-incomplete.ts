import { flawRule } from "./flaw-rule.ts";

/** The server keeps an intermediate certificate to itself: browsers often have it from elsewhere, programs do not. */
export const certChainIncomplete = flawRule("CERT_CHAIN_INCOMPLETE", "incomplete", "hurt", () => ["CERT_UNTRUSTED"]);
