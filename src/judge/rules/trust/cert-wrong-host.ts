import { flawRule } from "./flaw-rule.ts";

/** Made out to another name. */
export const certWrongHost = flawRule("CERT_WRONG_HOST", "wrongHost", "down");
