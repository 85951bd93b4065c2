import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export interface BlackHole {
  readonly address: string;
  readonly port: number;
  /** Lets the listener accept again. */
  wake(): void;
  close(): void;
}

// A listener whose process is stopped: the kernel queues a few connections for it and then drops every further SYN
// without a word.
const LISTENER = `
const server = require("node:net").createServer().listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
  process.stdout.write(String(server.address().port) + "\\n");
});`;

/** A loopback port where SYNs disappear, without any right to change the firewall (Linux). */
export async function startBlackHole(): Promise<BlackHole> {
  const child = spawn(process.execPath, ["-e", LISTENER], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await portOf(child);
  child.kill("SIGSTOP");
  const queued: Socket[] = [];
  const close = (): void => {
    for (const socket of queued) socket.destroy();
    child.kill("SIGKILL");
  };
  for (let count = 0; count < 20; count += 1) {
    const socket = connect({ host: "127.0.0.1", port }).on("error", () => undefined);
    queued.push(socket);
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      new Promise<false>((done) => setTimeout(() => done(false), 150)),
    ]);
    if (!open) return { address: "127.0.0.1", port, close, wake: () => void child.kill("SIGCONT") };
  }
  close();
  throw new Error("the queue of the stopped listener never filled");
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error("no output");
  const [line]: unknown[] = await once(child.stdout, "data");
  return Number(String(line));
}
