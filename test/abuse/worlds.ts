import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CommandContext } from "../../src/base/context.ts";
import { UserError } from "../../src/base/exit.ts";
import type { OptionValues } from "../../src/base/option-values.ts";
import type { Photo } from "../../src/visit/photos.ts";
import type { Visit } from "../../src/visit/schema.ts";
import { openStore } from "../../src/visit/store.ts";
import { testContext } from "../report/helpers.ts";
import { device, finding, NOW, scan, visit } from "../visit/helpers/sample.ts";

export const ENTRY = path.resolve(import.meta.dirname, "../../src/cli.ts");
export const DONE = "2026-11-21T10:00:00+07:00";

const made: string[] = [];

/** An empty folder, gone at the end. */
export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "qb-abuse-"));
  made.push(folder);
  return folder;
}

export function removeScratch(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Small seeded generator (mulberry32): a failure comes back with the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Content of a made-up picture, the same for the same number. */
export function picture(number: number, bytes: number): Buffer {
  const random = seeded(number + 1);
  return Buffer.from(Uint8Array.from({ length: bytes }, () => Math.floor(random() * 256)));
}

export function photoOf(content: Buffer, name: string): Photo {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { file: `${sha256.slice(0, 16)}_${name}.jpg`, sha256, bytes: content.length, originalName: `${name}.jpg` };
}

/** Visits like those of a week: answers, devices, a scan, finished. */
export function weekOf(count: number): Visit[] {
  return Array.from({ length: count }, (_, at) =>
    visit(
      {
        finishedAt: DONE,
        survey: { grid: "da_co", note: `ghi chú ${"x".repeat(at * 60)}` },
        safety: { s1: "khong" },
        devices: Array.from({ length: 1 + (at % 5) }, (_none, each) =>
          device(`d${each}`, { note: "bùn ".repeat(each * 60) }),
        ),
        scan: at % 4 === 0 ? null : scan("faulty", [], [finding({ params: { long: "y".repeat(at * 200) } })]),
      },
      { now: NOW + at },
    ),
  );
}

/** A folder with these visits, and a photo of each first device. */
export function filled(
  all: readonly Visit[],
  photoBytes = 0,
): { readonly folder: string; readonly visits: readonly Visit[] } {
  const folder = scratch();
  const store = openStore(folder, "en");
  const visits = all.map((each, at) => {
    if (photoBytes === 0) return each;
    const content = picture(at, photoBytes);
    const photo = photoOf(content, `anh-${at}`);
    mkdirSync(store.photoFolder(each.id), { recursive: true });
    writeFileSync(path.join(store.photoFolder(each.id), photo.file), content);
    return { ...each, devices: each.devices.map((one, index) => (index === 0 ? { ...one, photos: [photo] } : one)) };
  });
  for (const each of visits) store.create(each);
  store.close();
  return { folder, visits };
}

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
  /** The stack of what was thrown and is no message for a user: a bug. */
  readonly bug: string | null;
}

type Run = (context: CommandContext, args: readonly string[], options: OptionValues) => Promise<number>;

/** Runs a command in this process, as the command line would. */
export async function call(
  run: Run,
  folder: string,
  args: readonly string[],
  options: OptionValues,
  change: Partial<CommandContext> = {},
): Promise<Outcome> {
  const { context, stdout, stderr } = testContext(folder, change);
  const started = performance.now();
  const done = (status: number, bug: string | null, more = ""): Outcome => ({
    status,
    out: stdout(),
    err: stderr() + more,
    ms: performance.now() - started,
    bug,
  });
  try {
    return done(await run(context, args, options), null);
  } catch (error) {
    if (error instanceof UserError) return done(error.exitCode, null, error.message);
    return done(70, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** All visits that can be read in a folder. */
export function stored(folder: string): Visit[] {
  const store = openStore(folder, "en");
  try {
    return [...store.iterate({})];
  } finally {
    store.close();
  }
}

export interface Killed {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs a program of this runtime and kills it without a farewell.
 * @param when called with all that it printed so far; true: now. Null: never
 * @param delayMs killed at the latest so long after its start; Infinity: only by `when`
 */
export async function killed(
  args: readonly string[],
  when: ((out: string) => boolean) | null,
  delayMs = Infinity,
  env: Record<string, string> = {},
): Promise<Killed> {
  const child = spawn(process.execPath, ["--no-warnings", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  return await watched(child, when, delayMs);
}

async function watched(child: ChildProcess, when: ((out: string) => boolean) | null, delayMs: number): Promise<Killed> {
  let out = "";
  let err = "";
  const kill = (): void => void child.kill("SIGKILL");
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (when?.(out) === true) kill();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  const timer = Number.isFinite(delayMs) ? setTimeout(kill, delayMs) : null;
  await once(child, "close");
  if (timer !== null) clearTimeout(timer);
  return { out, err, code: child.exitCode, signal: child.signalCode };
}
