import { Worker } from "node:worker_threads";
import { z } from "zod";
import { holdExit } from "./apart.ts";

/** One request, as a thread gets it. */
export interface EchoCall {
  /** Four or sixteen bytes. */
  readonly address: readonly number[];
  readonly zone: number;
  readonly ttl: number;
  readonly dontFragment: boolean;
  readonly payloadBytes: number;
  readonly timeoutMs: number;
}

const answer = z.object({ count: z.number(), lastError: z.number(), reply: z.instanceof(Uint8Array) });
export type EchoReply = z.infer<typeof answer>;

/** Requests under way at once: the sizes of a measurement of packets, and the gateway beside them. */
const MOST_THREADS = 8;

interface Thread {
  readonly worker: Worker;
  busy: boolean;
}
const threads: Thread[] = [];
const waiting: (() => void)[] = [];

/**
 * Sends one echo request in a thread that is free, or in a new one; the ninth waits. Null where the signal came first, or the thread failed
 * (the system has no such function).
 * @returns what Windows said: number of replies, its error, the reply buffer
 */
export async function sendEcho(call: EchoCall, signal: AbortSignal): Promise<EchoReply | null> {
  const thread = await takeThread();
  if (signal.aborted) {
    giveBack(thread);
    return null;
  }
  const release = holdExit();
  return new Promise((resolve, reject) => {
    const onAbort = (): void => resolve(null);
    const finish = (value: unknown): void => {
      release();
      giveBack(thread);
      signal.removeEventListener("abort", onAbort);
      thread.worker.off("message", finish).off("error", finish);
      const read = answer.safeParse(value);
      if (read.success) resolve(read.data);
      else reject(new Error(`echo: ${String(value)}`));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    thread.worker.once("message", finish).once("error", finish);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.worker.postMessage(call);
  });
}

async function takeThread(): Promise<Thread> {
  for (;;) {
    const free = threads.find((one) => !one.busy) ?? (threads.length < MOST_THREADS ? newThread() : undefined);
    if (free !== undefined) {
      free.busy = true;
      return free;
    }
    await new Promise<void>((resolve) => void waiting.push(resolve));
  }
}

function giveBack(thread: Thread): void {
  thread.busy = false;
  waiting.shift()?.();
}

function newThread(): Thread {
  const script = `process.emitWarning = () => {}; (${serve.toString()})(require("node:worker_threads").parentPort);`;
  const worker = new Worker(script, { eval: true });
  worker.unref();
  const thread = { worker, busy: false };
  threads.push(thread);
  // A thread that broke is replaced by the next request; whoever waits for it hears of it, too.
  worker.on("error", () => void threads.splice(threads.indexOf(thread), 1));
  return thread;
}

interface Port {
  on(event: "message", listener: (call: EchoCall) => void): void;
  postMessage(value: unknown): void;
}

/**
 * The thread itself, without anything from outside. learn.microsoft.com: "IP_OPTION_INFORMATION structure (ipexport.h)": time to live 0, flags
 * 2 (IP_FLAG_DF is 2); 16 bytes. SOCKADDR_IN6: family 0, address 8, scope 24; 28 bytes.
 */
function serve(port: Port): void {
  const native = process.getBuiltinModule("node:ffi");
  const { lib } = native.dlopen("iphlpapi.dll");
  const kernel = native.dlopen("kernel32.dll", { GetLastError: { arguments: [], return: "uint32" } });
  const close = lib.getFunction("IcmpCloseHandle", { arguments: ["uint64"], return: "int32" });
  const echo = (call: EchoCall): unknown => {
    const isSix = call.address.length === 16;
    const head = Buffer.alloc(16 + 28 + 28);
    head.writeUInt8(call.ttl, 0);
    head.writeUInt8(call.dontFragment ? 2 : 0, 2);
    head.writeUInt16LE(23, 16);
    head.writeUInt16LE(23, 44);
    head.set(call.address, isSix ? 52 : 48);
    if (isSix) head.writeUInt32LE(call.zone, 68);
    const payload = Buffer.alloc(call.payloadBytes, 0x71);
    // Beside reply and data: an ICMP error of eight bytes, and an IO_STATUS_BLOCK.
    const reply = Buffer.alloc(64 + call.payloadBytes + 256);
    const at = native.getRawPointer(head);
    const data = native.getRawPointer(payload);
    const to = native.getRawPointer(reply);
    const create = lib.getFunction(isSix ? "Icmp6CreateFile" : "IcmpCreateFile", { arguments: [], return: "uint64" });
    const handle = create();
    let count = 0;
    if (isSix) {
      const send = lib.getFunction("Icmp6SendEcho2", {
        arguments: [
          ...(["uint64", "pointer", "pointer", "pointer", "pointer", "pointer"] as const),
          ...(["pointer", "uint16", "pointer", "pointer", "uint32", "uint32"] as const),
        ],
        return: "uint32",
      });
      count = send(handle, 0n, 0n, 0n, at + 16n, at + 44n, data, payload.length, at, to, reply.length, call.timeoutMs);
    } else {
      const send = lib.getFunction("IcmpSendEcho2Ex", {
        arguments: [
          ...(["uint64", "pointer", "pointer", "pointer", "uint32", "uint32"] as const),
          ...(["pointer", "uint16", "pointer", "pointer", "uint32", "uint32"] as const),
        ],
        return: "uint32",
      });
      const destination = head.readUInt32LE(48);
      count = send(handle, 0n, 0n, 0n, 0, destination, data, payload.length, at, to, reply.length, call.timeoutMs);
    }
    const lastError = count === 0 ? kernel.functions.GetLastError() : 0;
    close(handle);
    // The payload is named once more, so that it lives until here.
    return { count, lastError, reply: Uint8Array.from(reply), sent: payload.length + head.length };
  };
  port.on("message", (call) => {
    try {
      port.postMessage(echo(call));
    } catch (error) {
      port.postMessage(String(error));
    }
  });
}
