import { createSocket } from "node:dgram";
import { once } from "node:events";
import packet from "dns-packet";

/** What a hostile server sends back for a datagram. */
type Answer = (asked: Buffer) => readonly Buffer[];

const header = (asked: Buffer, flags: number, counts: readonly number[]): Buffer => {
  const head = Buffer.alloc(12);
  asked.copy(head, 0, 0, 2);
  head.writeUInt16BE(flags, 2);
  counts.forEach((count, at) => head.writeUInt16BE(count, 4 + at * 2));
  return head;
};
const question = (asked: Buffer): Buffer => asked.subarray(12);

/** Answers to whoever asks for a name. None of them says anything about it. */
export const DNS_TRICKS: Readonly<Record<string, Answer>> = {
  "65535 announced, none there": (asked) => [
    Buffer.concat([header(asked, 0x8180, [1, 65_535, 0, 0]), question(asked)]),
  ],
  "a denial of 65535": (asked) => [
    Buffer.concat([header(asked, 0x8183, [1, 65_535, 65_535, 65_535]), question(asked)]),
  ],
  "a name that points at itself": (asked) => [
    Buffer.concat([header(asked, 0x8180, [1, 1, 0, 0]), Buffer.from([0xc0, 0x0c]), question(asked).subarray(-4)]),
  ],
  "cut, and no TCP": (asked) => {
    const { questions = [] } = packet.decode(asked);
    const [one] = questions;
    if (one === undefined) return [];
    const cut = packet.encode({
      type: "response",
      id: asked.readUInt16BE(0),
      questions,
      answers: [{ type: "A", name: one.name, ttl: 1, data: "192.0.2.1" }],
    });
    cut.writeUInt16BE(0x8380, 2);
    return [cut];
  },
  "a flood of other ids": (asked) =>
    Array.from({ length: 2000 }, (_, at) => {
      const other = Buffer.concat([header(asked, 0x8180, [1, 0, 0, 0]), question(asked)]);
      other.writeUInt16BE((asked.readUInt16BE(0) + 1 + at) & 0xffff, 0);
      return other;
    }),
  "64 KB of noise": (asked) => [Buffer.concat([asked.subarray(0, 2), Buffer.alloc(60_000, 0xc0)])],
  "a head alone": (asked) => [header(asked, 0x8180, [0, 0, 0, 0])],
  "half a head": (asked) => [asked.subarray(0, 5)],
};

/** Answers to whoever asks for his own address. */
export const STUN_TRICKS: Readonly<Record<string, Answer>> = {
  "a length that nothing has": (asked) => [
    Buffer.concat([Buffer.from([0x01, 0x01, 0xff, 0xfc]), asked.subarray(4, 20)]),
  ],
  "an attribute longer than the message": (asked) => [
    Buffer.concat([
      Buffer.from([0x01, 0x01, 0, 8]),
      asked.subarray(4, 20),
      Buffer.from([0, 0x20, 0xff, 0xff, 0, 1, 2, 3]),
    ]),
  ],
  "success and no address": (asked) => [Buffer.concat([Buffer.from([0x01, 0x01, 0, 0]), asked.subarray(4, 20)])],
  noise: () => Array.from({ length: 200 }, () => Buffer.alloc(1200, 0x41)),
};

export interface HostileUdp {
  readonly port: number;
  close(): void;
}

export async function hostileUdp(answer: Answer, host = "127.0.0.1"): Promise<HostileUdp> {
  const socket = createSocket("udp4");
  socket.on("message", (asked, from) => {
    for (const piece of answer(asked)) socket.send(piece, from.port, from.address, () => undefined);
  });
  socket.on("error", () => undefined);
  socket.bind(0, host);
  await once(socket, "listening");
  return { port: socket.address().port, close: () => void socket.close() };
}
