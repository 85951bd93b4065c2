import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { contentHash } from "../../base/canonical.ts";
import { openAsItLies } from "../db/as-it-lies.ts";
import { deviceDigest, headerDigest, machineDigest, scanDigest, wholeDigest } from "../rows/seal.ts";
import { openPages } from "./page-file.ts";
import { rowsOfPages } from "./pages.ts";
import { recognise, shapesOfStore, TABLES, type Row, type TableName } from "./shapes.ts";

/** A row that was found, and whether it is what was written; `null` in stores of before the digests. */
export interface Find {
  readonly row: Row;
  readonly sound: boolean | null;
}

/** What was found of one visit. */
export interface VisitFinds {
  /** Newest first. */
  readonly headers: readonly Find[];
  readonly devices: ReadonlyMap<string, Find>;
  readonly scan: Find | null;
  /** The office's computers, by id. */
  readonly machines: ReadonlyMap<string, Find>;
  /** Nothing is missing: header, devices, scan and computers are those that were written last. */
  readonly whole: boolean;
}

/** Everything that a file still gives, by the number of the visit. */
export interface Finds {
  readonly visits: ReadonlyMap<number, VisitFinds>;
  /** The trees of the file could not be read to their end. */
  readonly broken: boolean;
}

interface Heap {
  readonly visits: Find[];
  readonly devices: Find[];
  readonly scans: Find[];
  readonly machines: Find[];
  readonly profiles: Map<string, string>;
}

/** Gathers the rows of a store's file: by SQLite as far as it reads, and from the bare pages where it does not. */
export function gather(file: string): Finds {
  const heap: Heap = { visits: [], devices: [], scans: [], machines: [], profiles: new Map() };
  const broken = !bySqlite(file, heap);
  if (broken && existsSync(file)) byPages(file, heap);
  return { visits: sorted(heap), broken };
}

/** False where the file cannot be opened, or one of its tables cannot be read to the end. */
function bySqlite(file: string, heap: Heap): boolean {
  let opened: ReturnType<typeof openAsItLies>;
  try {
    opened = openAsItLies(file);
  } catch {
    return false;
  }
  try {
    return (
      TABLES.map((table) => readTable(opened.database, table, heap)).every((whole) => whole) &&
      isOrderly(opened.database)
    );
  } finally {
    opened.database.close();
    opened.drop();
  }
}

/** A tree may hide rows without a word: then the bare pages are read, too. */
function isOrderly(database: DatabaseSync): boolean {
  try {
    return Object.values(database.prepare("PRAGMA integrity_check(1)").get() ?? {})[0] === "ok";
  } catch {
    return false;
  }
}

// From both ends: damage in the middle hides neither.
function readTable(database: DatabaseSync, table: TableName, heap: Heap): boolean {
  const keys = { visits: "n", devices: "visit, position", scans: "visit", profiles: "key", machines: "n" }[table];
  if (table === "machines" && isBefore(database)) return true;
  const ways = [
    keys,
    keys
      .split(", ")
      .map((key) => `${key} DESC`)
      .join(", "),
  ];
  return ways.some((order) => {
    try {
      for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).iterate()) put(heap, table, row);
      return true;
    } catch {
      return false;
    }
  });
}

/** A store of before the office's computers. */
function isBefore(database: DatabaseSync): boolean {
  try {
    return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'machines'").get() === undefined;
  } catch {
    return false;
  }
}

function byPages(file: string, heap: Heap): void {
  const shapes = shapesOfStore();
  const pages = openPages(file);
  try {
    for (const found of rowsOfPages(pages)) {
      const known = recognise(found, shapes);
      if (known !== null) put(heap, known.table, known.row);
    }
  } finally {
    pages.close();
  }
}

function put(heap: Heap, table: TableName, row: Row): void {
  const sound = (told: unknown, digest: string): boolean | null =>
    told === null || told === undefined ? null : told === digest;
  switch (table) {
    case "visits":
      heap.visits.push({ row, sound: sound(row["digest"], headerDigest(row)) });
      break;
    case "devices":
      heap.devices.push({ row, sound: sound(row["digest"], deviceDigest(row)) });
      break;
    case "scans":
      // Its digest is over the profile as well, which lies elsewhere: looked at when all is there.
      heap.scans.push({ row, sound: null });
      break;
    case "machines":
      heap.machines.push({ row, sound: null });
      break;
    case "profiles":
      if (isProfile(row)) heap.profiles.set(String(row["key"]), String(row["body"]));
      break;
  }
}

function isProfile(row: Row): boolean {
  try {
    return contentHash(JSON.parse(String(row["body"]))) === row["key"];
  } catch {
    return false;
  }
}

function sorted(heap: Heap): Map<number, VisitFinds> {
  const devices = Map.groupBy(heap.devices, ({ row }) => Number(row["visit"]));
  const scans = Map.groupBy(heap.scans, ({ row }) => Number(row["visit"]));
  const machines = Map.groupBy(heap.machines, ({ row }) => Number(row["visit"]));
  const headers = Map.groupBy(heap.visits, ({ row }) => Number(row["n"]));
  return new Map(
    [...headers].map(([n, found]) => [
      n,
      findsOf(
        found,
        devices.get(n) ?? [],
        (scans.get(n) ?? []).map((scan) =>
          withProfile(scan, heap.profiles, (row, profile) => scanDigest(row["evidence"], row["verdict"], profile)),
        ),
        (machines.get(n) ?? []).map((machine) => withProfile(machine, heap.profiles, machineDigest)),
      ),
    ]),
  );
}

function findsOf(
  headers: readonly Find[],
  devices: readonly Find[],
  scans: readonly Find[],
  machines: readonly Find[],
): VisitFinds {
  const best = headers.toSorted(
    (a, b) => rank(b) - rank(a) || Number(b.row["updated_ms"]) - Number(a.row["updated_ms"]),
  );
  const computers = bestById(machines);
  const inOrder = [...bestById(devices)].toSorted(
    ([, a], [, b]) => Number(a.row["position"]) - Number(b.row["position"]),
  );
  const scan = scans.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
  const [header] = best;
  return {
    headers: best,
    devices: new Map(inOrder),
    scan,
    machines: computers,
    whole: header !== undefined && isWhole(header, inOrder, scan, computers),
  };
}

function bestById(finds: readonly Find[]): Map<string, Find> {
  const byId = new Map<string, Find>();
  // The first of equally good ones stands: what SQLite gave comes before what lies in bare pages.
  for (const find of finds.toSorted((a, b) => rank(b) - rank(a))) {
    const id = String(find.row["id"]);
    if (!byId.has(id)) byId.set(id, find);
  }
  return byId;
}

function isWhole(
  header: Find,
  devices: readonly (readonly [string, Find])[],
  scan: Find | null,
  machines: ReadonlyMap<string, Find>,
): boolean {
  const parts = [header, ...devices.map(([, find]) => find), ...(scan === null ? [] : [scan]), ...machines.values()];
  if (parts.some(({ sound }) => sound === false)) return false;
  const { digest, whole } = header.row;
  // Of before the digests: nothing tells what is missing.
  if (typeof whole !== "string") return parts.every(({ sound }) => sound === null);
  const told = devices.map(([id, { row }]) => [id, row["digest"]]);
  const computers = [...machines].map(([id, { row }]) => [id, row["digest"]] as const);
  const byId = computers.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return whole === wholeDigest(digest, told, scan === null ? null : scan.row["digest"], byId);
}

function withProfile(
  { row }: Find,
  profiles: ReadonlyMap<string, string>,
  digestOf: (row: Row, profile: unknown) => string,
): Find {
  const profile = profiles.get(String(row["profile_key"])) ?? null;
  const told = row["digest"];
  const digest = digestOf(row, profile);
  const sound = profile === null ? false : typeof told === "string" ? told === digest : null;
  return { row: { ...row, profile }, sound };
}

const rank = ({ sound }: Find): number => (sound === true ? 2 : sound === null ? 1 : 0);
