import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { Place, Running } from "./listen.ts";

export interface BlackHoles {
  /** The places in the order asked for, ports filled in. */
  readonly places: readonly Place[];
  readonly close: () => Promise<void>;
}

/**
 * Room for waiting connections that is asked for, and the connections that certainly fill it (Linux keeps one more than
 * asked).
 */
const BACKLOG = 1;
const FILLERS = 3;

// Runs in a thread of its own that goes to sleep as soon as all its ports are open, so that nobody ever accepts. Kept
// as text because the product is also bundled into one file, where a thread could not find a file of its own.
const SLEEPER = `
const { parentPort, workerData } = require("node:worker_threads");
const { createServer } = require("node:net");
const servers = workerData.places.map(() => createServer());
let open = 0;
servers.forEach((server, index) => {
  server.on("error", (error) => parentPort.postMessage({ error: error.code ?? error.message }));
  server.listen({ host: workerData.places[index].address, port: workerData.places[index].port, backlog: workerData.backlog }, () => {
    open += 1;
    if (open < servers.length) return;
    parentPort.postMessage({ ports: servers.map((each) => each.address().port) });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
});
`;

/**
 * TCP ports that swallow connection attempts as a dead server or a filter does, without any right to change a firewall:
 * nobody accepts there, and the system drops what comes once the queue is full. Not on Windows, which refuses for a
 * full queue: see silence.ts.
 * @throws Error when a place cannot be had
 */
export async function startBlackHoles(places: readonly Place[]): Promise<BlackHoles> {
  if (places.length === 0) return { places: [], close: () => Promise.resolve() };
  const worker = new Worker(SLEEPER, { eval: true, workerData: { places, backlog: BACKLOG } });
  const ports = await new Promise<readonly number[]>((resolve, reject) => {
    worker.once("message", (message: { ports?: readonly number[]; error?: string }) =>
      message.ports === undefined ? reject(new Error(message.error ?? "no port")) : resolve(message.ports),
    );
    worker.once("error", reject);
  });
  worker.unref();
  const found = places.map((place, index) => ({ address: place.address, port: ports[index] ?? 0 }));
  const fillers = found.flatMap((place) => Array.from({ length: FILLERS }, () => fill(place)));
  await Promise.all(found.map((_place, index) => settled(fillers.slice(index * FILLERS, (index + 1) * FILLERS))));
  return {
    places: found,
    close: async () => {
      for (const filler of fillers) filler.destroy();
      await worker.terminate();
    },
  };
}

/** One port of that kind. */
export async function startBlackHole(place: Place): Promise<Running> {
  const { places, close } = await startBlackHoles([place]);
  return { ...(places[0] ?? place), close };
}

function fill(place: Place): Socket {
  const socket = connect({ host: place.address, port: place.port });
  socket.on("error", () => socket.destroy());
  socket.unref();
  return socket;
}

/** The queue is full when as many stand as fit; the last filler never stands and is not waited for. */
function settled(fillers: readonly Socket[]): Promise<void> {
  return new Promise((resolve) => {
    let standing = 0;
    const count = (): void => {
      standing += 1;
      if (standing > BACKLOG) resolve();
    };
    for (const filler of fillers) filler.once("connect", count).once("close", count);
  });
}
