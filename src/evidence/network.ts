import { z } from "zod";
import { failureCode, family, outcome, phase, step, tri } from "./common.ts";
import { observation } from "./observation.ts";
import { PROTOCOLS } from "../profile/protocols.ts";
import { neighbourState } from "./local.ts";
import { httpHop, tlsFacts } from "./web.ts";

/** One attempt to open a TCP connection, as a part of a larger observation. */
export const tcpAttempt = z.strictObject({
  port: z.number().int(),
  outcome,
  code: failureCode.optional(),
  rttMs: z.number().nullable(),
});

/** Echo requests by the system's own `ping`; null where there is none. */
export const icmpSeries = z.strictObject({
  sent: z.number().int(),
  received: z.number().int(),
  rttMs: z.array(z.number()),
  /** ICMP errors that came back instead, with who sent them. */
  errors: z.array(z.strictObject({ from: z.string().nullable(), kind: failureCode })),
});

/** One default gateway, witnessed by neighbour table, TCP, DNS and ICMP. id `gateway:ADDRESS%INTERFACE`. */
const gatewayObservation = observation(
  "gateway",
  z.strictObject({
    address: z.string(),
    interface: z.string(),
    neighbour: z.strictObject({ state: neighbourState, mac: z.string().nullable() }).nullable(),
    /** The same before the first probe; null: there was none. Absent: not looked at. */
    neighbourBefore: z.strictObject({ state: neighbourState, mac: z.string().nullable() }).nullable().exactOptional(),
    tcp: z.array(tcpAttempt),
    /**
     * After it had fallen silent: did it answer right after the laptop told everybody its own hardware address once more?
     * Absent: not tried.
     */
    afterClaim: z.boolean().exactOptional(),
    icmp: icmpSeries.nullable(),
    /** Does it answer a DNS query on port 53, whatever the answer? */
    dns: tri,
    /**
     * Its hardware address, asked for in this scan with whatever the system remembered thrown away; null: nobody
     * answered. Absent where the system cannot be asked.
     */
    asked: z.strictObject({ mac: z.string().nullable() }).exactOptional(),
  }),
);

/** One query to one server. id `dns:SERVER:NAME:TYPE`. */
const dnsObservation = observation(
  "dns",
  z.strictObject({
    server: z.string(),
    role: z.enum(["configured", "control"]),
    /**
     * `known`: a control name that is always there; `missing`: a random name that cannot be there; `endpoint`: a host
     * of the profile.
     */
    purpose: z.enum(["known", "missing", "endpoint"]),
    name: z.string(),
    type: z.enum(["A", "AAAA", "MX"]),
    rcode: z.enum(["NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "OTHER"]).nullable(),
    answers: z.array(z.string()),
    cnames: z.array(z.string()),
    ttlSeconds: z.number().nullable(),
    authenticated: tri,
    rttMs: z.number().nullable(),
    attempts: z.number().int(),
    transport: z.enum(["udp", "tcp"]),
    /** The answer was cut short and could not be had whole over TCP; absent in older evidence. */
    truncated: z.boolean().exactOptional(),
    /** The same question once more over TCP, to hold against an answer by datagram that may be forged. */
    confirms: z.literal(true).exactOptional(),
  }),
);

/** An IP-literal TCP target that needs no DNS. id `control:ADDRESS:PORT`. */
const controlObservation = observation(
  "control",
  z.strictObject({
    address: z.string(),
    port: z.number().int(),
    family,
    region: z.enum(["domestic", "foreign"]),
    label: z.string(),
    attempts: z.array(tcpAttempt),
    /** True when data came back over the connection (a transparent box may complete the handshake alone). */
    answered: tri,
  }),
);

/** A page with known content over plain HTTP. id `http-control:URL`. */
export const httpControlObservation = observation(
  "httpControl",
  z.strictObject({
    url: z.string(),
    address: z.string().nullable(),
    hops: z.array(httpHop),
    /** First 500 characters, control sequences removed. */
    bodySample: z.string(),
    matched: tri,
    /**
     * Laptop's clock when the headers came, milliseconds since the epoch; beside hops[].date it tells the clock's
     * offset.
     */
    receivedAtMs: z.number().nullable(),
  }),
);

/**
 * One endpoint of one system over one address. id `endpoint:SYSTEM:INDEX:4|6[:ADDRESS]`. Finished steps stay when a
 * later one fails.
 */
const endpointObservation = observation(
  "endpoint",
  z.strictObject({
    system: z.string(),
    index: z.number().int(),
    protocol: z.enum(PROTOCOLS),
    host: z.string(),
    port: z.number().int(),
    path: z.string().nullable(),
    family,
    address: z.string().nullable(),
    /**
     * Which resolver gave the address; `literal` where host is an address, `system` for the operating system's own
     * look-up.
     */
    resolvedBy: z.string().nullable(),
    via: z.enum(["direct", "proxy"]),
    steps: z.strictObject({
      resolve: step.optional(),
      connect: step.optional(),
      tls: step.optional(),
      firstByte: step.optional(),
      body: step.optional(),
      /** After a step that met only silence: another connection to the same door. Absent: not asked. */
      reconnect: step.optional(),
    }),
    /** Echo requests answered; `unknown` where this computer could not send any. */
    echo: tri.exactOptional(),
    /** Tries of the connect step, the first included: a silent target gets one confirming try. */
    connectTries: z.number().int(),
    tls: tlsFacts.nullable(),
    http: z
      .strictObject({
        hops: z.array(httpHop),
        status: z.number().int(),
        bodyBytes: z.number().int(),
        bodySample: z.string(),
        /** Against `expect` of the profile. */
        statusExpected: tri,
        bodyMatches: tri,
        /**
         * How the chain of redirects ended: with an answer of an expected host, with one of another host of the profile,
         * with a redirect to a host that nobody expects (not followed), or on the way. Absent in older evidence.
         */
        end: z.enum(["answer", "elsewhere", "ledAway", "lost"]).exactOptional(),
        /** The hop at which the chain was lost, with its own failure. */
        lost: z
          .strictObject({
            url: z.string(),
            host: z.string(),
            port: z.number().int(),
            address: z.string().nullable(),
            phase,
            code: failureCode,
          })
          .exactOptional(),
        /** The host of a redirect that was not followed, and where its name leads; `code` where it leads nowhere. */
        leadsTo: z
          .strictObject({ host: z.string(), address: z.string().nullable(), code: failureCode.nullable() })
          .exactOptional(),
        /** False where the page is longer than what is read of one. */
        bodyWhole: z.boolean().exactOptional(),
        /** Codings (Content-Encoding) that could not be undone: nobody read what the page says. */
        unread: z.string().exactOptional(),
        /** Liberties with the rules of HTTP that browsers bear. */
        lax: z.array(z.string()).exactOptional(),
        /** Retry-After and WWW-Authenticate, where sent. */
        retryAfter: z.string().exactOptional(),
        authenticate: z.string().exactOptional(),
        /** A page that wants a script run before it gives the true one. */
        challenge: z.boolean().exactOptional(),
        /** The same asked with the headers of a browser, after this program was turned away. */
        asBrowser: z
          .strictObject({ status: z.number().int(), statusExpected: tri, bodyMatches: tri, challenge: z.boolean() })
          .exactOptional(),
      })
      .nullable(),
    /**
     * After a first TLS message of more than one packet (the post-quantum key share of new browsers) met silence or a cut:
     * did a handshake with a short one succeed? Absent: not asked.
     */
    shortHello: tri.exactOptional(),
    /** Where that did not succeed either: did one that names no host? Absent: not asked. */
    namelessHello: tri.exactOptional(),
    mail: z.strictObject({ greeting: z.string().nullable(), starttlsOffered: tri, starttlsDone: tri }).nullable(),
    receivedAtMs: z.number().nullable(),
  }),
);

/** Binding requests to one STUN server (RFC 8489). id `stun:HOST:PORT`. */
const stunObservation = observation(
  "stun",
  z.strictObject({
    system: z.string().nullable(),
    host: z.string(),
    port: z.number().int(),
    address: z.string().nullable(),
    sent: z.number().int(),
    received: z.number().int(),
    rttMs: z.array(z.number()),
    jitterMs: z.number().nullable(),
    mapped: z.string().nullable(),
    mappedClass: z.enum(["public", "cgnat", "private", "unknown"]),
  }),
);

/** A local service of the officer's computer. id `local-agent:PORT`. */
const localAgentObservation = observation(
  "localAgent",
  z.strictObject({ system: z.string(), address: z.string(), port: z.number().int(), listening: tri }),
);

/** A configured proxy, spoken to. id `proxy:HOST:PORT`. */
const proxyObservation = observation(
  "proxy",
  z.strictObject({
    host: z.string(),
    port: z.number().int(),
    source: z.string(),
    /** Could a TCP connection to it be opened? */
    reachable: tri,
    /** Did it relay a request to a control? */
    relays: tri,
    status: z.number().int().nullable(),
  }),
);

/** What the way lets through. id `mtu:ADDRESS`. */
export const mtuObservation = observation(
  "mtu",
  z.strictObject({
    target: z.string(),
    /** Largest IP packet that came through with don't-fragment, bytes; null where nothing could be measured. */
    largestPassed: z.number().nullable(),
    smallestLost: z.number().nullable(),
    /** Did an ICMP "fragmentation needed" tell? */
    icmpHeard: tri,
    method: z.enum(["ping", "tcp", "none"]),
  }),
);

/** 20 or more round trips to one target. id `quality:ADDRESS:METHOD`. */
const qualityObservation = observation(
  "quality",
  z.strictObject({
    address: z.string(),
    scope: z.enum(["gateway", "lan", "domestic", "foreign", "system"]),
    method: z.enum(["tcp", "icmp", "stun", "http"]),
    sent: z.number().int(),
    received: z.number().int(),
    rttMs: z.array(z.number()),
    medianMs: z.number().nullable(),
    /** Mean absolute difference of successive round trips (RFC 3550 without smoothing). */
    jitterMs: z.number().nullable(),
    lossPercent: z.number().nullable(),
    /**
     * Most samples lost in a row; absent where the order is not known. Chance spreads its losses, a thing that switches
     * off and on does not.
     */
    longestGap: z.number().int().exactOptional(),
    /** When the first and the last answer came, and when the last sample was sent; milliseconds of the scan. */
    firstAnswerMs: z.number().exactOptional(),
    lastAnswerMs: z.number().exactOptional(),
    lastSentMs: z.number().exactOptional(),
    /** Taken while a transfer was running? */
    loaded: z.boolean(),
    /** Transfer rate of that load, kilobits a second. */
    throughputKbps: z.number().nullable(),
  }),
);

/** Way to one target, hop by hop. id `path:ADDRESS`. */
export const pathObservation = observation(
  "path",
  z.strictObject({
    target: z.string(),
    hops: z.array(
      z.strictObject({
        ttl: z.number().int(),
        address: z.string().nullable(),
        rttMs: z.number().nullable(),
        kind: z.enum([
          "timeExceeded",
          "reached",
          "hostUnreachable",
          "netUnreachable",
          "adminProhibited",
          "silent",
          "unknown",
        ]),
      }),
    ),
    method: z.enum(["ping", "udp", "none"]),
  }),
);

/** A device in the own subnet. id `lan:ADDRESS`. */
const lanDeviceObservation = observation(
  "lanDevice",
  z.strictObject({
    address: z.string(),
    mac: z.string().nullable(),
    vendor: z.string().nullable(),
    kind: z.enum(["printer", "computer", "switch", "router", "accessPoint", "camera", "phone", "nas", "unknown"]),
    openPorts: z.array(z.number().int()),
    name: z.string().nullable(),
    /** Which witnesses saw it. */
    seenBy: z.array(z.enum(["neighbour", "tcp", "icmp", "mdns", "ssdp", "wsd", "netbios"])),
  }),
);

/** The sweep as a whole. id `sweep:CIDR`. */
const sweepObservation = observation(
  "sweep",
  z.strictObject({
    subnet: z.string(),
    asked: z.number().int(),
    alive: z.number().int(),
    truncated: z.boolean(),
    /** Were questions to all at once sent (mDNS, SSDP, WS-Discovery, NetBIOS)? Absent in older evidence. */
    groups: z.boolean().exactOptional(),
    /** Addresses of devices known from before that were asked each; absent in older evidence. */
    known: z.array(z.string()).exactOptional(),
    /** One hardware address answers for everybody (proxy ARP): devices cannot be counted. */
    proxyArp: z.string().exactOptional(),
  }),
);

/** Make, model, battery: slow and optional. id `inventory`. */
const inventoryObservation = observation(
  "inventory",
  z.strictObject({
    manufacturer: z.string().nullable(),
    model: z.string().nullable(),
    os: z.string().nullable(),
    batteryPercent: z.number().nullable(),
    memoryBytes: z.number().nullable(),
    /** On the mains? Absent where the system does not tell. */
    onMains: z.boolean().exactOptional(),
    /** Does the system keep its clock right by itself, and from whom? Absent where it does not tell. */
    timeService: z.strictObject({ running: tri, source: z.string().nullable() }).exactOptional(),
  }),
);

/**
 * What this computer itself adds to the times that it measures, beside the whole scan. id `own-delay`. A window without
 * figures saw no tick at all: the program was not given the processor.
 */
const ownDelayObservation = observation(
  "ownDelay",
  z.strictObject({
    windows: z.array(
      z.strictObject({
        startMs: z.number(),
        durationMs: z.number(),
        /** How late timers came. */
        lagMs: z.number().nullable(),
        worstLagMs: z.number().nullable(),
        /** Round trip of a datagram to this very program. */
        echoMs: z.number().nullable(),
        worstEchoMs: z.number().nullable(),
        echoesSent: z.number().int(),
        echoesReceived: z.number().int(),
      }),
    ),
  }),
);

/** What probes saw. Each collector has its row of figures in explain/render and its stage in collect/context/stages. */
export const NETWORK_OBSERVATIONS = [
  gatewayObservation,
  dnsObservation,
  controlObservation,
  httpControlObservation,
  endpointObservation,
  stunObservation,
  localAgentObservation,
  proxyObservation,
  mtuObservation,
  qualityObservation,
  pathObservation,
  lanDeviceObservation,
  sweepObservation,
  inventoryObservation,
  ownDelayObservation,
] as const;
