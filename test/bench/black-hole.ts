import { spawn, type ChildProcess } from "node:child_process";
import { connect, type Socket } from "node:net";
import { once } from "node:events";

export interface BlackHole {
  readonly ports: readonly number[];
  close(): void;
}

const LISTENER = `
  const net = require("node:net");
  const ports = [];
  for (let i = 0; i < Number(process.argv[1]); i += 1)
    net.createServer().listen({ host: "127.0.0.1", port: 0, backlog: 1 }, function () {
      ports.push(this.address().port);
      if (ports.length === Number(process.argv[1])) console.log(ports.join(" "));
    });
`;

/**
 * Ports on loopback that drop every SYN, without root: a stopped process never accepts, and once its short queue is
 * full the kernel answers no further handshake. The sockets that fill the queue are held until close().
 */
export async function openBlackHole(count: number): Promise<BlackHole> {
  const child: ChildProcess = spawn(process.execPath, ["-e", LISTENER, String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("no pipe");
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const ports = line.toString().trim().split(" ").map(Number);
  child.kill("SIGSTOP");
  const held: Socket[] = [];
  for (const port of ports)
    for (let filler = 0; filler < 4; filler += 1) {
      const socket = connect({ host: "127.0.0.1", port });
      socket.on("error", () => undefined);
      held.push(socket);
    }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return {
    ports,
    close: () => {
      for (const socket of held) socket.destroy();
      child.kill("SIGKILL");
    },
  };
}
