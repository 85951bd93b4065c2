/** How long each kind of probe may take, milliseconds. */
export interface Budget {
  /** Reading the laptop before the probes. */
  readonly local: number;
  /** One question to a configured DNS server, repetition included. Longer than 3 s: a server that slow still answers, and browsers wait for it. */
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
}

/** What a scan takes when nothing hurries it: the slowest chain (DNS, endpoint, path, local) stays under ten seconds. */
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
  quality: 5200,
  load: 1500,
  sweep: 6000,
  after: 1500,
  confirmUntil: 5500,
};
const FULL_CAP = 12_000;
const LEAST = 50;

/**
 * Shares a cap among the probes. From 12 s on everybody gets the full time; below that all shrink alike, so that a
 * hurried scan still reaches its last stage.
 * @param deadlineMs cap of the whole scan, milliseconds
 */
export function timeBudget(deadlineMs: number): Budget {
  const share = Math.min(1, Math.max(0, deadlineMs) / FULL_CAP);
  const cut = (ms: number): number => Math.max(LEAST, Math.round(ms * share));
  return {
    local: cut(FULL.local),
    dns: cut(FULL.dns),
    dnsControl: cut(FULL.dnsControl),
    dnsAgain: cut(FULL.dnsAgain),
    dnsGrace: cut(FULL.dnsGrace),
    connect: cut(FULL.connect),
    tls: cut(FULL.tls),
    answer: cut(FULL.answer),
    gateway: cut(FULL.gateway),
    mtu: cut(FULL.mtu),
    path: cut(FULL.path),
    quality: cut(FULL.quality),
    load: cut(FULL.load),
    sweep: cut(FULL.sweep),
    after: cut(FULL.after),
    confirmUntil: cut(FULL.confirmUntil),
  };
}
