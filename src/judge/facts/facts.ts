import type { Evidence } from "../../evidence/schema.ts";
import { forOffice } from "../../profile/office/for-office.ts";
import type { System } from "../../profile/schema.ts";
import { classOf, sameAddress } from "./address.ts";
import { attemptsOf, isCounted, type Attempt } from "./attempt.ts";
import { clockFacts, type ClockFacts } from "./clock.ts";
import { contactsOf, type Contact } from "./contact.ts";
import { dnsFacts, type DnsFacts } from "./dns.ts";
import { gatewayFacts, type GatewayFact } from "./gateway.ts";
import { lanFacts, type LanFacts } from "./lan.ts";
import { localFacts, type LocalFacts } from "./local.ts";
import { ownDelayOf, type OwnDelay } from "./own-delay.ts";
import { qualityFacts, type QualityFacts } from "./quality.ts";
import { targetsOf, type Target } from "./target.ts";
import { timelineOf, type Moment } from "./timeline.ts";

/** What the evidence says, without blame: every rule reads these and nothing else. */
export interface Facts {
  readonly evidence: Evidence;
  readonly local: LocalFacts;
  readonly lan: LanFacts;
  readonly gateways: readonly GatewayFact[];
  /** The gateway that the traffic prefers. */
  readonly gateway: GatewayFact | null;
  readonly dns: DnsFacts;
  readonly clock: ClockFacts;
  readonly attempts: readonly Attempt[];
  readonly targets: readonly Target[];
  readonly contacts: readonly Contact[];
  readonly quality: QualityFacts;
  /** What the laptop itself added to the times that it took. */
  readonly own: OwnDelay;
  /** Who answered and who kept silent, when. */
  readonly timeline: readonly Moment[];
  /** Systems of the profile that can turn the verdict, and need the network beyond the laptop. */
  readonly systems: readonly System[];
  /** Did anybody beyond the office speak to us, directly or through a proxy? */
  readonly beyondSpoke: boolean;
  /** Contacts that were tried and met silence. */
  readonly silent: readonly Contact[];
}

/** Derives all facts. Pure: no clock, no I/O, no dependence on the order of the observations. */
export function deriveFacts(recorded: Evidence): Facts {
  const evidence: Evidence = { ...recorded, profile: forOffice(recorded.profile, recorded.site) };
  const own = ownDelayOf(evidence);
  const local = localFacts(evidence);
  const gateways = gatewayFacts(evidence, local);
  const attempts = attemptsOf(evidence);
  // Where the laptop's own addresses could not be read, any private one may be the office's.
  const mayBeOffice = (address: string): boolean => !local.known && classOf(address) === "private";
  const isOffice = (address: string): boolean =>
    gateways.some((one) => sameAddress(one.address, address)) ||
    local.isOnLink(address) ||
    address.startsWith("127.") ||
    mayBeOffice(address);
  const contacts = contactsOf(evidence, attempts, isOffice, own);
  const relayed = attempts.some((one) => one.via === "proxy" && one.seen.http !== null);
  return {
    evidence,
    local,
    lan: lanFacts(evidence, local),
    gateways,
    gateway: gateways[0] ?? null,
    dns: dnsFacts(evidence, local, gateways, own),
    clock: clockFacts(evidence),
    attempts,
    targets: targetsOf(attempts),
    contacts,
    quality: qualityFacts(evidence, own),
    own,
    timeline: timelineOf(
      evidence,
      attempts,
      gateways,
      (address) => (local.known ? local.isOnLink(address) : classOf(address) === "private"),
      own,
    ),
    systems: evidence.profile.systems.filter((system) => isCounted(system) && system.scope !== "local"),
    beyondSpoke: relayed || isBeyondAlive(contacts),
    silent: contacts.filter((one) => one.spoke === false),
  };
}

// A router that rejects everything refuses in the name of every server: refusals alone are life only where no control
// could be asked.
function isBeyondAlive(contacts: readonly Contact[]): boolean {
  if (contacts.some((one) => one.open === true)) return true;
  const controls = contacts.some(
    (one) => (one.kind === "control" || one.kind === "resolver") && one.spoke !== "unknown",
  );
  return !controls && contacts.some((one) => one.spoke === true);
}
