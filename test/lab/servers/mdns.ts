import { createSocket } from "node:dgram";
import packet from "dns-packet";
import { bindUdp, type RunningUdp } from "../../../src/practice/servers/udp.ts";

/** A device that answers questions to all (RFC 6762), as printers and computers do, with its name for one service. */
export async function startMdns(options: {
  readonly address: string;
  readonly port: number;
  readonly device: string;
  readonly service: string;
}): Promise<RunningUdp> {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  const { address, port, device, service } = options;
  const running = await bindUdp(socket, { address: "0.0.0.0", port });
  socket.addMembership("224.0.0.251", address);
  socket.on("message", (question, from) => {
    const { questions = [] } = packet.decode(question);
    if (!questions.some((one) => one.name === service)) return;
    const answer = packet.encode({
      type: "response",
      flags: packet.AUTHORITATIVE_ANSWER,
      answers: [{ type: "PTR", name: service, ttl: 120, data: `${device}.${service}` }],
    });
    running.send(answer, from.port, from.address);
  });
  return running;
}
