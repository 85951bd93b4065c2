import type { Identity, Authority } from "./servers/authority.ts";
import { startAgent } from "./servers/agent.ts";
import { traitsOf } from "../profile/protocols.ts";
import type { DnsZone } from "./servers/dns-zone.ts";
import { startDns } from "./servers/dns.ts";
import { startHttp } from "./servers/http.ts";
import { startHttps } from "./servers/https.ts";
import { startImaps } from "./servers/imaps.ts";
import type { Place, Running } from "./servers/listen.ts";
import { refusingPort } from "./servers/refuse.ts";
import { startResetter, startSilent } from "./servers/silent.ts";
import { startSmtp } from "./servers/smtp.ts";
import { startStun } from "./servers/stun.ts";
import { startOcsp, startTsa } from "./servers/tsa.ts";
import { EXTRA, type ServicePlan } from "./plan.ts";
import { startSilence, type Silence } from "./silence.ts";

export interface Authorities {
  readonly own: Authority;
  readonly foreign: Authority;
}

/** Servers that are up, by the id of their plan. */
export type Started = ReadonlyMap<string, Place>;

export interface StartedServices {
  readonly places: Started;
  /** As in Silence. */
  swallows(address: string, port: number): boolean;
  close(): Promise<void>;
}

/**
 * Starts every planned server on a free port. All or nothing: what is up already is ended again when one cannot be had.
 * @param serverNow clock of the servers, milliseconds since the epoch
 */
export async function startServices(
  services: readonly ServicePlan[],
  zone: DnsZone,
  authorities: Authorities,
  serverNow: () => number,
  platform: NodeJS.Platform,
): Promise<StartedServices> {
  const places = new Map<string, Place>();
  const silences: Silence[] = [];
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(closers.map((end) => end()));
  };
  const startOne = async (service: ServicePlan): Promise<void> => {
    const planned = { ...service, web: { ...service.web, ...detour(service, places) } };
    const running = await onSharedPort(places.get(service.portOf ?? "")?.port ?? 0, (port) =>
      startService(planned, port, zone, authorities, serverNow),
    );
    places.set(service.id, { address: running.address, port: running.port });
    if ("close" in running) closers.push(() => running.close());
  };
  const startSilentOnes = async (silent: readonly ServicePlan[]): Promise<void> => {
    const wanted = silent.map((service) => ({
      address: service.address,
      port: places.get(service.portOf ?? "")?.port ?? 0,
    }));
    const silence = await startSilence(wanted, platform);
    silences.push(silence);
    closers.push(() => silence.close());
    silent.forEach((service, index) =>
      places.set(service.id, silence.places[index] ?? { address: service.address, port: 0 }),
    );
  };
  const startAll = async (wave: readonly ServicePlan[]): Promise<void> => {
    const tried = await Promise.allSettled([
      ...wave.filter((one) => !isBlackHole(one)).map(startOne),
      startSilentOnes(wave.filter(isBlackHole)),
    ]);
    const failed = tried.find((one) => one.status === "rejected");
    if (failed === undefined) return;
    await close();
    throw failed.reason;
  };
  // The portal first, because the others have to know its port; those that share a port last.
  const isPortal = (service: ServicePlan): boolean => service.id === EXTRA.portal;
  await startAll(services.filter(isPortal));
  await startAll(services.filter((service) => !isPortal(service) && service.portOf === null));
  await startAll(services.filter((service) => service.portOf !== null));
  return { places, swallows: (address, port) => silences.some((one) => one.swallows(address, port)), close };
}

/** Where every host shares one address, or somebody else has the port, another one must do. */
async function onSharedPort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  if (port === 0) return start(0);
  try {
    return await start(port);
  } catch {
    return start(0);
  }
}

function detour({ toPortal }: ServicePlan, places: Started): ServicePlan["web"] {
  const portal = places.get(EXTRA.portal);
  return toPortal === null || portal === undefined
    ? {}
    : { redirectTo: `http://${portal.address}:${portal.port}${toPortal}` };
}

/** UDP servers know how to be silent themselves. */
function isBlackHole(service: ServicePlan): boolean {
  return service.reach === "silent" && traitsOf(service.kind).transport === "tcp";
}

async function startService(
  service: ServicePlan,
  port: number,
  zone: DnsZone,
  authorities: Authorities,
  now: () => number,
): Promise<Running | Place> {
  const place = { address: service.address, port };
  if (service.reach === "refused") return refusingPort(service.address);
  if (service.reach === "hangs") return startSilent(place);
  if (service.reach === "resets") return startResetter(place);
  const silent = service.reach === "silent";
  const identity = () => identityOf(service, authorities);
  const { language, tls } = traitsOf(service.kind);
  switch (language) {
    case "dns":
      return startDns({ ...place, behaviour: { zone, silent, ...service.dns } });
    case "stun":
      return startStun({ ...place, behaviour: { silent } });
    case "page":
      return tls === "never"
        ? startHttp({ ...place, behaviour: service.web, now })
        : startHttps({ ...place, behaviour: service.web, identity: await identity(), now });
    case "timeStamp":
      return startTsa({ ...place, behaviour: webOf(service), now });
    case "certificateStatus":
      return startOcsp({ ...place, behaviour: webOf(service), now });
    case "smtp":
      return startSmtp({ ...place, identity: await identity(), implicitTls: service.implicitTls });
    case "imap":
      return startImaps({ ...place, identity: await identity() });
    case "nothing":
    case "echo":
      return startAgent(place);
  }
}

/** Time stamp and OCSP keep their refusals, but a portal on the way answers for them too. */
function webOf(service: ServicePlan): ServicePlan["web"] {
  const { redirectTo } = service.web;
  return redirectTo === null || redirectTo === undefined ? {} : { redirectTo };
}

function identityOf({ certificate, host, address }: ServicePlan, authorities: Authorities): Promise<Identity> {
  return authorities[certificate.authority].leaf({
    names: [certificate.name ?? host ?? address],
    fault: certificate.fault,
    daysLeft: certificate.daysLeft,
  });
}
