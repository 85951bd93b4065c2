import { Worker } from "node:worker_threads";
import { z } from "zod";
import { holdExit } from "./apart.ts";
import { INET6 } from "./memory.ts";

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
    thread.worker.postMessage(prepared(call));
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
  on(event: "message", listener: (call: Prepared) => void): void;
  postMessage(value: unknown): void;
}

/** A request as the thread needs it: options at 0, source at 16, destination at 44. */
interface Prepared {
  readonly isSix: boolean;
  readonly head: Uint8Array;
  readonly payloadBytes: number;
  readonly timeoutMs: number;
}

/**
 * learn.microsoft.com: "IP_OPTION_INFORMATION structure (ipexport.h)": time to live 0, flags 2 (IP_FLAG_DF is 2); 16 bytes. SOCKADDR_IN:
 * address 4. SOCKADDR_IN6: family 0, address 8, scope 24; 28 bytes.
 */
export function prepared({ address, zone, ttl, dontFragment, payloadBytes, timeoutMs }: EchoCall): Prepared {
  const isSix = address.length === 16;
  const head = Buffer.alloc(16 + 28 + 28);
  head.writeUInt8(ttl, 0);
  head.writeUInt8(dontFragment ? 2 : 0, 2);
  head.writeUInt16LE(INET6, 16);
  head.writeUInt16LE(INET6, 44);
  head.set(address, isSix ? 52 : 48);
  if (isSix) head.writeUInt32LE(zone, 68);
  return { isSix, head, payloadBytes, timeoutMs };
}

/** The thread itself, without anything from outside. */
function serve(port: Port): void {
  const native = process.getBuiltinModule("node:ffi");
  const { lib } = native.dlopen("iphlpapi.dll");
  const kernel = native.dlopen("kernel32.dll", { GetLastError: { arguments: [], return: "uint32" } });
  const close = lib.getFunction("IcmpCloseHandle", { arguments: ["uint64"], return: "int32" });
  const tail = ["pointer", "uint16", "pointer", "pointer", "uint32", "uint32"] as const;
  const first = ["uint64", "pointer", "pointer", "pointer"] as const;
  const echo = ({ isSix, head: given, payloadBytes, timeoutMs }: Prepared): unknown => {
    const head = Buffer.from(given);
    const payload = Buffer.alloc(payloadBytes, 0x71);
    // Beside reply and data: an ICMP error of eight bytes, and an IO_STATUS_BLOCK.
    const reply = Buffer.alloc(64 + payloadBytes + 256);
    const at = native.getRawPointer(head);
    const [data, to] = [native.getRawPointer(payload), native.getRawPointer(reply)];
    const rest = [data, payloadBytes, at, to, reply.length, timeoutMs] as const;
    const handle = lib.getFunction(isSix ? "Icmp6CreateFile" : "IcmpCreateFile", { arguments: [], return: "uint64" })();
    let count = 0;
    if (isSix) {
      const types = [...first, "pointer", "pointer", ...tail] as const;
      const send = lib.getFunction("Icmp6SendEcho2", { arguments: types, return: "uint32" });
      count = send(handle, 0n, 0n, 0n, at + 16n, at + 44n, ...rest);
    } else {
      const types = [...first, "uint32", "uint32", ...tail] as const;
      const send = lib.getFunction("IcmpSendEcho2Ex", { arguments: types, return: "uint32" });
      count = send(handle, 0n, 0n, 0n, 0, head.readUInt32LE(48), ...rest);
    }
    const lastError = count === 0 ? kernel.functions.GetLastError() : 0;
    close(handle);
    // Both are named once more, so that they live until here.
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
