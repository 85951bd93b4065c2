/** How long each kind of probe may take, milliseconds. */
export interface Budget {
  /** Reading the laptop before the probes. */
  readonly local: number;
  /**
   * One question to a configured DNS server, repetition included. Longer than 3 s: a server that slow still answers,
   * and browsers wait for it.
   */
  readonly dns: number;
  /** The same to a server that is asked only to compare. */
  readonly dnsControl: number;
  /** When a question that stayed silent is asked again beside the first one. */
  readonly dnsAgain: number;
  /** Silence of the configured servers after which an endpoint goes ahead with the address of a control resolver. */
  readonly dnsGrace: number;
  /** One TCP connection, confirming try included. */
  readonly connect: number;
  /** The handshake of TLS. */
  readonly tls: number;
  /** First byte, greeting, body: each. Up to four seconds are bearable for a page (ITU-T G.1010). */
  readonly answer: number;
  readonly gateway: number;
  readonly mtu: number;
  readonly path: number;
  readonly quality: number;
  readonly load: number;
  readonly sweep: number;
  /** Reading neighbours and counters after the probes. */
  readonly after: number;
  /** A failed probe is tried again only while less than this has passed since the start. */
  readonly confirmUntil: number;
  /** A router that has kept silent is listened for until so long after the start. */
  readonly gatewayUntil: number;
  /** The walk of the way ends at the latest so long after the start: the verdict is due. */
  readonly pathUntil: number;
  /** A line that does not fall silent is measured all the same after this. */
  readonly quiet: number;
}

/**
 * What a scan takes when nothing hurries it: the slowest chain (DNS, endpoint, path, local) stays under ten seconds.
 */
const FULL: Budget = {
  local: 4000,
  dns: 4200,
  dnsControl: 2200,
  dnsAgain: 900,
  dnsGrace: 1500,
  connect: 2600,
  tls: 3000,
  answer: 4000,
  gateway: 2500,
  mtu: 1800,
  path: 2500,
  quality: 6700,
  load: 1500,
  sweep: 6000,
  after: 1500,
  confirmUntil: 5500,
  gatewayUntil: 6200,
  pathUntil: 8300,
  // Long enough for the pages of a line of 256 kbit/s to come through first: they would be taken for its latency.
  quiet: 3500,
};
/** When the last probe of a round has ended, and the moment at which a second round must have, milliseconds. */
const ROUND = 8000;
const DUE = 8800;
const FULL_CAP = 12_000;
const LEAST = 50;

/**
 * Shares a cap among the probes. From 12 s on everybody gets the full time; below that all shrink alike, so that a
 * hurried scan still reaches its last stage.
 * @param deadlineMs cap of the whole scan, milliseconds
 */
export function timeBudget(deadlineMs: number): Budget {
  return shrink(FULL, Math.min(1, Math.max(0, deadlineMs) / FULL_CAP));
}

/**
 * What is left of a budget for probes that begin anew in the middle of a scan, so that its verdict is not late. Moments
 * are as they were.
 * @param elapsedMs since the start of the scan
 */
export function secondRound(budget: Budget, elapsedMs: number): Budget {
  const { confirmUntil, gatewayUntil, pathUntil } = budget;
  const whole = DUE * (budget.gatewayUntil / FULL.gatewayUntil);
  return {
    ...shrink(budget, Math.min(1, Math.max(0, whole - elapsedMs) / ROUND)),
    confirmUntil,
    gatewayUntil,
    pathUntil,
  };
}

function shrink(full: Budget, share: number): Budget {
  const cut = (ms: number): number => Math.max(LEAST, Math.round(ms * share));
  return {
    local: cut(full.local),
    dns: cut(full.dns),
    dnsControl: cut(full.dnsControl),
    dnsAgain: cut(full.dnsAgain),
    dnsGrace: cut(full.dnsGrace),
    connect: cut(full.connect),
    tls: cut(full.tls),
    answer: cut(full.answer),
    gateway: cut(full.gateway),
    mtu: cut(full.mtu),
    path: cut(full.path),
    quality: cut(full.quality),
    load: cut(full.load),
    sweep: cut(full.sweep),
    after: cut(full.after),
    confirmUntil: cut(full.confirmUntil),
    gatewayUntil: cut(full.gatewayUntil),
    pathUntil: cut(full.pathUntil),
    quiet: cut(full.quiet),
  };
}
