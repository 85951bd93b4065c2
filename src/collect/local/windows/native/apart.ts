import { Worker } from "node:worker_threads";
import { bad, good, settle, type Result } from "../../../net/settle.ts";
import { openLibrary } from "./ffi.ts";

/** Threads that still wait inside Windows. */
let blocked = 0;
let watching = false;

/**
 * Runs a call that blocks inside Windows in a thread of its own, so that nothing else waits for it.
 * @param work must stand alone: it is carried over as text and sees nothing of this file but what it is given
 * @returns what it returned, to be looked at by the caller; a failure after `timeoutMs`, which the thread itself may outlive
 */
export function apart<I>(
  work: (input: I) => unknown,
  input: I,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  return settle(signal, timeoutMs, (done) => {
    const script =
      `process.emitWarning = () => {}; const { parentPort, workerData } = require("node:worker_threads"); ` +
      `parentPort.postMessage((${work.toString()})(workerData));`;
    const worker = new Worker(script, { eval: true, workerData: input });
    const release = holdExit();
    worker.unref();
    worker.once("message", (value: unknown) => done(good(value)));
    worker.once("error", (error) => done(bad("OTHER", String(error))));
    worker.once("exit", () => {
      release();
      done(bad("OTHER", "the thread ended without an answer"));
    });
    return () => void worker.terminate();
  });
}

const END = {
  GetCurrentProcess: { arguments: [], return: "uint64" },
  TerminateProcess: { arguments: ["uint64", "uint32"], return: "int32" },
} as const;

/** Says that a thread is inside Windows until the function is called that comes back. */
export function holdExit(): () => void {
  leaveWithoutWaiting();
  blocked += 1;
  return () => {
    blocked -= 1;
  };
}

/** The end of a process waits for its threads, and one inside Windows may wait half a minute for a proxy script. */
function leaveWithoutWaiting(): void {
  if (watching || process.platform !== "win32") return;
  watching = true;
  process.on("exit", (code) => {
    if (blocked === 0) return;
    const { GetCurrentProcess, TerminateProcess } = openLibrary("kernel32.dll", END);
    TerminateProcess(GetCurrentProcess(), code);
  });
}
