import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Behaviour, Done, Order, Service } from "./service.ts";

const HOST = fileURLToPath(new URL("host.ts", import.meta.url));

/** The servers of one namespace, seen from the laboratory. */
export interface House {
  start(service: Service): Promise<void>;
  /** Changes the named parts of a server's behaviour. */
  change(name: string, part: Behaviour): Promise<void>;
  stop(name: string): Promise<void>;
  close(): Promise<void>;
}

// An order to a process that died would otherwise wait for ever.
const ORDER_MS = 10_000;

type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;

/** Starts a process in a namespace that runs servers on order. */
export function openHouse(namespace: string): House {
  const child: ChildProcess = spawn("ip", ["netns", "exec", namespace, process.execPath, "--no-warnings", HOST], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, (done: Done) => void>();
  let next = 1;
  child.on("message", (done: Done) => {
    waiting.get(done.id)?.(done);
    waiting.delete(done.id);
  });
  const order = (wanted: Unnumbered<Order>): Promise<void> =>
    new Promise((resolve, reject) => {
      const id = next++;
      const late = setTimeout(() => reject(new Error(`${namespace}: no answer to ${wanted.action}`)), ORDER_MS);
      waiting.set(id, (done) => {
        clearTimeout(late);
        if (done.error === null) resolve();
        else reject(new Error(`${namespace}: ${JSON.stringify(wanted).slice(0, 200)}: ${done.error}`));
      });
      child.send({ id, ...wanted });
    });
  return {
    start: (service) => order({ action: "start", service }),
    change: (name, part) => order({ action: "change", name, part }),
    stop: (name) => order({ action: "stop", name }),
    close: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}
