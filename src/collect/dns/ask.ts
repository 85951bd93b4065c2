import type { CollectContext } from "../context/context.ts";
import { bad, badFrom, good, settle, type Result } from "../net/settle.ts";
import { openTcp } from "../net/tcp.ts";
import { exchange, type Answered } from "../net/udp.ts";
import { decodeAnswer, encodeQuery, type DnsAnswer, type DnsQuestion, type DnsType } from "./message.ts";

export interface Asked {
  readonly server: string;
  readonly port: number;
  readonly name: string;
  readonly type: DnsType;
  readonly timeoutMs: number;
}

/** RFC 1035 4.2.2: two bytes of length before the message. */
const LENGTH_BYTES = 2;

function question(context: Pick<CollectContext, "randomBytes">, asked: Asked): DnsQuestion {
  const [high = 0, low = 0] = context.randomBytes(2);
  return { id: (high << 8) | low, name: asked.name, type: asked.type };
}

/**
 * One datagram to one server, one wait. PORT_UNREACHABLE is a closed port (ICMP), TIMEOUT is silence. Never rejects.
 */
export function askUdp(context: CollectContext, asked: Asked): Promise<Result<Answered<DnsAnswer>>> {
  const wanted = question(context, asked);
  return exchange(context, {
    address: asked.server,
    port: asked.port,
    request: encodeQuery(wanted),
    timeoutMs: asked.timeoutMs,
    parse: (datagram) => decodeAnswer(datagram, wanted),
  });
}

/** The same over TCP, for answers that don't fit into a datagram. Never rejects. */
export async function askTcp(context: CollectContext, asked: Asked): Promise<Result<Answered<DnsAnswer>>> {
  const startMs = context.elapsed();
  const opened = await openTcp(context, asked.server, asked.port, { timeoutMs: asked.timeoutMs });
  if (!opened.ok) return opened;
  const { socket } = opened.value;
  const wanted = question(context, asked);
  const leftMs = asked.timeoutMs - (context.elapsed() - startMs);
  const answer = await settle<DnsAnswer>(context.signal, leftMs, (done) => {
    let received = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      // The length field bounds what is kept: at most 64 KiB and one chunk.
      received = Buffer.concat([received, chunk]);
      if (received.length < LENGTH_BYTES) return;
      const length = received.readUInt16BE(0);
      if (received.length < LENGTH_BYTES + length) return;
      const decoded = decodeAnswer(received.subarray(LENGTH_BYTES, LENGTH_BYTES + length), wanted);
      done(decoded === undefined ? bad("DNS_FORMAT", "not the answer to the question") : good(decoded));
    });
    socket.on("error", (error) => done(badFrom(error)));
    socket.on("close", () => done(bad("CLOSED")));
    const request = encodeQuery(wanted);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(request.length);
    socket.write(Buffer.concat([length, request]));
    return () => socket.destroy();
  });
  return answer.ok ? good({ value: answer.value, rttMs: context.elapsed() - startMs }) : answer;
}
