import { createServer, type Socket } from "node:net";
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { createAuthority, type Authority } from "../../../src/practice/servers/authority.ts";
import { listen, type Running } from "../../../src/practice/servers/listen.ts";
import { bindUdp } from "../../../src/practice/servers/udp.ts";

const LOOPBACK = { address: "127.0.0.1", port: 0 } as const;

/** A TCP server with an odd way of its own. */
export function oddServer(serve: (socket: Socket) => void): Promise<Running> {
  return listen(createServer(serve), LOOPBACK);
}

/** A UDP server that answers each datagram with what `answer` makes of it. */
export function oddUdp(answer: (datagram: Buffer) => readonly Buffer[]): Promise<Running> {
  const socket = createSocket("udp4");
  socket.on("message", (datagram, from) => {
    for (const reply of answer(datagram)) socket.send(reply, from.port, from.address, () => undefined);
  });
  return bindUdp(socket, LOOPBACK);
}

export function testAuthority(name = "Test authority"): Promise<Authority> {
  return createAuthority({ name, now: () => Date.now(), randomBytes: (size) => randomBytes(size) });
}
