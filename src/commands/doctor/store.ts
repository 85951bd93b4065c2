import { mkdtemp, open, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "../../base/make-folder.ts";
import type { CommandContext } from "../../base/context.ts";
import type { Row } from "./row.ts";

const MIB = 1024 * 1024;
const BLOCKS = 8;
const SYNCS = 5;
/** A stick that writes less than that makes every answer wait. */
const LEAST_MIB_PER_SECOND = 1;
/** Each answer is on the disk before the next question: longer than that is felt. */
const MOST_SYNC_MS = 500;
/** Some hundreds of visits with their photographs. */
const LEAST_FREE_MIB = 200;

/** The data folder: how fast it takes what is written, how long until that is safe, how much room there is. */
export async function storeRows(context: CommandContext): Promise<Row[]> {
  try {
    makeFolder(context.dataDir);
    const folder = await mkdtemp(path.join(context.dataDir, "doctor-"));
    try {
      const file = path.join(folder, "test");
      const speed = await writeSpeed(context, file);
      const sync = await fullSync(context, file);
      const { bavail, bsize } = await statfs(context.dataDir);
      const free = Math.floor((bavail * bsize) / MIB);
      return [
        judged("writeSpeed", `${speed.toFixed(0)} MiB/s`, speed >= LEAST_MIB_PER_SECOND),
        judged("fullSync", `${sync.toFixed(1)} ms`, sync <= MOST_SYNC_MS),
        judged("freeSpace", `${String(free)} MiB`, free >= LEAST_FREE_MIB),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return [{ id: "writeSpeed", subject: "", native: why, system: null, state: "problem" }];
  }
}

function judged(id: Row["id"], native: string, good: boolean): Row {
  return { id, subject: "", native, system: null, state: good ? "ok" : "problem" };
}

async function writeSpeed(context: CommandContext, file: string): Promise<number> {
  const handle = await open(file, "w");
  try {
    const block = Buffer.alloc(MIB, 0x71);
    const started = context.monotonic();
    for (let written = 0; written < BLOCKS; written += 1) await handle.write(block);
    await handle.sync();
    return (BLOCKS * 1000) / Math.max(1, context.monotonic() - started);
  } finally {
    await handle.close();
  }
}

/** Median of a few small writes, each until the disk has it. */
async function fullSync(context: CommandContext, file: string): Promise<number> {
  const handle = await open(file, "r+");
  try {
    const times: number[] = [];
    for (let at = 0; at < SYNCS; at += 1) {
      const started = context.monotonic();
      await handle.write(Buffer.from([at]), 0, 1, at * 4096);
      await handle.sync();
      times.push(context.monotonic() - started);
    }
    return times.toSorted((a, b) => a - b)[SYNCS >> 1] ?? 0;
  } finally {
    await handle.close();
  }
}
