import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { createServer, type Socket } from "node:net";
import { decode, encode, streamEncode, type DecodedPacket, type Packet } from "dns-packet";
import { changeable, type Changeable } from "./behaviour.ts";
import { answerTo, HONEST_RESOLVER, type DnsBehaviour } from "./dns-answer.ts";
import { listen, type Place, type Running } from "./listen.ts";
import { bindUdp } from "./udp.ts";

export interface DnsServer extends Running, Changeable<DnsBehaviour> {
  /** Queries seen so far, silent ones included: "NAME TYPE". */
  readonly seen: readonly string[];
}

/**
 * A resolver over UDP and TCP on the same port (RFC 1035 4.2), with its zone as data.
 * @throws the system's own error when the place cannot be had
 */
export async function startDns(options: Place & { readonly behaviour?: Partial<DnsBehaviour> }): Promise<DnsServer> {
  const state = changeable<DnsBehaviour>({ ...HONEST_RESOLVER, ...options.behaviour });
  const seen: string[] = [];
  const handle: Handle = (message, over, send) => {
    const query = parse(message);
    if (query === null || query.type !== "query") return;
    const question = query.questions?.[0];
    if (question !== undefined && seen.length < 10_000) seen.push(`${question.name} ${question.type}`);
    const behaviour = state.behaviour();
    const answer = answerTo(query, behaviour, over);
    if (answer === null) return;
    if (behaviour.delayMs === 0) send(answer);
    else setTimeout(() => send(answer), behaviour.delayMs).unref();
  };
  const { udp, tcp } = await bindBoth(options, handle);
  return {
    address: tcp.address,
    port: tcp.port,
    seen,
    ...state,
    close: async () => {
      await Promise.all([udp.close(), tcp.close()]);
    },
  };
}

type Handle = (message: Buffer, over: "udp" | "tcp", send: (packet: Packet) => void) => void;

/** The free UDP port that the system gave may be taken for TCP: then another one is tried. */
async function bindBoth(place: Place, handle: Handle): Promise<{ udp: Running; tcp: Running }> {
  for (let left = place.port === 0 ? 10 : 1; ; left -= 1) {
    const socket: UdpSocket = createSocket(place.address.includes(":") ? "udp6" : "udp4");
    const udp = await bindUdp(socket, place);
    socket.on("message", (message, from) =>
      handle(message, "udp", (packet) => udp.send(encode(packet), from.port, from.address)),
    );
    try {
      return {
        udp,
        tcp: await listen(
          createServer((peer) => serveStream(peer, handle)),
          { address: place.address, port: udp.port },
        ),
      };
    } catch (error) {
      await udp.close();
      if (left <= 1) throw error;
    }
  }
}

/** Two bytes of length before each message (RFC 1035 4.2.2). */
function serveStream(peer: Socket, handle: Handle): void {
  let waiting: Buffer = Buffer.alloc(0);
  peer.on("data", (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0);
      handle(waiting.subarray(2, end), "tcp", (packet) => void peer.write(streamEncode(packet)));
      waiting = waiting.subarray(end);
    }
  });
}

function parse(message: Buffer): DecodedPacket | null {
  try {
    return decode(message);
  } catch {
    return null;
  }
}
