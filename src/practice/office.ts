import type { LocalSource } from "../collect/context/scan-input.ts";
import { builtinSource, PRACTICE_ID } from "../profile/builtin/index.ts";
import { checkProfile } from "../profile/check.ts";
import { profileHash } from "../profile/hash.ts";
import type { Profile } from "../profile/schema.ts";
import { practice as texts } from "../text/practice.ts";
import type { Lang } from "../base/languages.ts";
import { startDecoy, type Decoy } from "./decoy.ts";
import { fillIn, zoneOf } from "./fill-in.ts";
import { practiceLaptop } from "./laptop.ts";
import { startPracticeProxy } from "./proxy.ts";
import { healthyPlan, type FaultPlan } from "./plan.ts";
import { createAuthority, type Authority } from "./servers/authority.ts";
import type { Running } from "./servers/listen.ts";
import { startServices } from "./start.ts";

/** An office of servers on this machine, ready to be scanned. */
export interface Office {
  /** The built-in practice profile with the addresses of this run. */
  readonly profile: Profile;
  readonly profileHash: string;
  readonly local: LocalSource;
  /** Root of this run's certificate authority, PEM. */
  readonly extraCa: readonly string[];
  /** Places that swallow every TCP connection, where the system itself can't be made to. */
  swallows(address: string, port: number): boolean;
  /** Environment for the scan: the machine's own proxy settings have no business in the practice office. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Groups that make no sense here: loopback has no neighbours to look for. */
  readonly skip: readonly string[];
  readonly fault: FaultPlan | null;
  close(): Promise<void>;
}

export interface OfficeOptions {
  readonly fault: FaultPlan | null;
  readonly lang: Lang;
  readonly platform: NodeJS.Platform;
  now(): number;
  randomBytes(size: number): Uint8Array;
}

/**
 * Starts the practice office: real servers on loopback, on ports of this run only, with a certificate authority of its
 * own. Needs no network, no rights, and no quiet: several may run at once.
 * @throws Error when the machine refuses even loopback
 */
export async function startOffice(options: OfficeOptions): Promise<Office> {
  const empty = await emptyProfile();
  const healthy = healthyPlan(empty, options.platform);
  const plan = options.fault === null ? healthy : options.fault.change(healthy);
  const serverNow = (): number => options.now() + plan.clockAheadMs;
  const [own, foreign] = await authorities(options, serverNow);
  const services = await startServices(
    plan.services,
    zoneOf(plan, empty),
    { own, foreign },
    serverNow,
    options.platform,
  );
  const closers = [() => services.close()];
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((end) => end()));
  };
  const keep = <T extends Pick<Running, "close">>(server: T | null): T | null => {
    if (server !== null) closers.push(() => server.close());
    return server;
  };
  let decoy: Decoy | null;
  let proxy: Running | null;
  try {
    decoy = keep(await startDecoy(plan, services.places, foreign, serverNow, options.platform));
    proxy = keep(await startPracticeProxy(plan.laptop.proxy));
  } catch (error) {
    await close();
    throw error;
  }
  const profile = fillIn(empty, services.places);
  const local = practiceLaptop({
    plan: plan.laptop,
    resolvers: plan.laptop.resolvers.flatMap((id) => services.places.get(id) ?? []),
    proxy,
    label: texts[options.lang].adapter,
    now: () => options.now(),
  });
  return {
    profile,
    profileHash: profileHash(profile),
    local,
    extraCa: [own.root],
    swallows: (address, port) => services.swallows(address, port) || decoy?.swallows(address, port) === true,
    env: {},
    skip: ["sweep", "inventory"],
    fault: options.fault,
    close,
  };
}

/** The built-in practice profile: names, without an address yet. */
async function emptyProfile(): Promise<Profile> {
  const checked = checkProfile(await builtinSource(PRACTICE_ID), {});
  if (!checked.ok) throw new Error("the built-in practice profile is broken");
  return checked.profile;
}

/** The office's own authority, and one that nobody trusts. */
function authorities(options: OfficeOptions, now: () => number): Promise<[Authority, Authority]> {
  const named = (name: string): Promise<Authority> =>
    createAuthority({ name, now, randomBytes: (size) => options.randomBytes(size) });
  return Promise.all([named("Practice Office CA"), named("Firewall Inspection CA")]);
}
