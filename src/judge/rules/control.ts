import type { Attempt } from "../facts/attempt.ts";
import { resolvesSomething } from "../facts/dns.ts";
import type { Facts } from "../facts/facts.ts";
import { observed } from "../facts/observed.ts";
import type { Target } from "../facts/target.ts";
import { controlled, resolution } from "./names/resolution.ts";

/**
 * Controls that worked: without one of them a failure of the laptop, of somebody on the way, or of our own client looks
 * just like a failure of the server (design, section 4).
 */

/** Did another host than these show a certificate that this laptop accepts for its name? Then its list of authorities
 * holds, and nobody signs for everybody. */
export function certificateAccepted(facts: Facts, except: readonly string[]): boolean {
  return facts.attempts.some((one) => !except.includes(one.seen.host) && isGenuine(one));
}

/** The server has proven who it is: what it says is its own word. */
export function isGenuine({ seen }: Attempt): boolean {
  return seen.tls !== null && seen.tls.authorized === true && seen.tls.nameMatches !== false;
}

/** Did a plain page come through as its server sent it: the one with known content, or another system's? */
export function plainUntouched(facts: Facts, except: readonly string[]): boolean {
  const known = observed(facts.evidence, "httpControl").some((one) => one.evidence.matched === true);
  return known || workedElsewhere(facts, except, (one) => one.seen.http !== null && one.seen.tls === null);
}

/** Did the same conversation come to its end with another host? */
export function workedElsewhere(
  facts: Facts,
  except: readonly string[],
  alike: (one: Attempt) => boolean = () => true,
): boolean {
  return facts.targets.some(
    (one) => one.state === "ok" && one.best !== null && !except.includes(one.endpoint.host) && alike(one.best),
  );
}

/** Does an independent resolver, which knows other names, say the same address for the host, or the host is none? */
export function addressConfirmed(
  facts: Facts,
  { address, host }: { readonly address: string | null; readonly host: string },
): boolean {
  if (address === null || address === host) return true;
  const found = controlled(facts.dns.controls, host.toLowerCase());
  return found.kind === "answers" && found.addresses.includes(address);
}

/**
 * Hosts that the office's resolver still leads somewhere, and that an independent one says do not exist, or leads
 * elsewhere.
 */
export function contradicted(facts: Facts, targets: readonly Target[]): boolean {
  return denied(facts, targets) || targets.some((one) => isLedElsewhere(facts, one));
}

/** Does an independent resolver, which knows other names, say of one of these hosts that it does not exist? */
export function denied(facts: Facts, targets: readonly Target[]): boolean {
  return targets.some(({ best, endpoint }) =>
    facts.dns.controls.some((server) => {
      const said = resolution([server], (best?.ended.host ?? endpoint.host).toLowerCase()).kind;
      return (said === "nxdomain" || said === "nodata") && resolvesSomething(server.queries);
    }),
  );
}

/** Does an independent resolver lead this very host to other addresses than the one that was tried? */
function isLedElsewhere(facts: Facts, { best, endpoint: { host } }: Target): boolean {
  const address = best?.address ?? null;
  if (best === null || address === null || best.ended.host !== host) return false;
  return facts.dns.controls.some((server) => {
    const said = resolution([server], host.toLowerCase());
    return said.kind === "answers" && !said.addresses.includes(address);
  });
}
