import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { PROTOCOLS, traitsOf, type Protocol } from "../../../src/profile/protocols.ts";
import { probe } from "../support/endpoint.ts";

/** Opens one port for TCP and UDP alike and tells which of the two the probe of a protocol knocked at. */
async function knocked(protocol: Protocol): Promise<readonly ("tcp" | "udp")[]> {
  const heard = new Set<"tcp" | "udp">();
  const server = createServer((socket) => {
    heard.add("tcp");
    socket.on("error", () => socket.destroy());
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const socket = createSocket("udp4", () => heard.add("udp"));
  socket.bind(port, "127.0.0.1");
  await once(socket, "listening");
  await probe({ endpoint: { protocol, port }, limits: { answerMs: 200, tlsMs: 200, totalMs: 400 } });
  socket.close();
  server.close();
  return [...heard];
}

test.each(PROTOCOLS)("%s is spoken over the transport of its row", async (protocol) => {
  // Without a program for echo requests, the port is asked instead.
  const { transport } = traitsOf(protocol);
  expect(await knocked(protocol)).toEqual([transport === "icmp" ? "tcp" : transport]);
});
