import type { Baseline } from "../../evidence/schema.ts";
import type { CopyWorld, DailyCopy } from "../care/daily-copy.ts";
import type { Connection } from "../db/connection.ts";
import type { Depth, PhotoProblem } from "../photos.ts";
import type { VisitFilter } from "../queries/filter.ts";
import type { VisitSummary } from "../queries/summary.ts";
import type { UploadPause, UploadState } from "../queries/uploads.ts";
import type { Records } from "../records.ts";
import type { Incoming, TakenIn } from "../take-in.ts";
import type { AnswerValue, Device, Machine, Visit } from "../schema.ts";

/**
 * All visits of one data folder. Every method that writes is one transaction, on the disk when it returns.
 * Several processes may use one folder: what both changed in different places is merged, the same place changed twice
 * is a UserError 78.
 */
export interface VisitStore {
  /** Folder of the store. */
  readonly folder: string;
  /** The open database, for what src/visit/queries reads. */
  readonly connection: Connection;
  /** Stores a new visit. */
  create(visit: Visit): void;
  /** Stores what changed in this visit since it was read or saved here last; what others stored meanwhile stays. */
  save(visit: Visit): void;
  /** Commits one answer, without touching anything else; `null` takes it back. `at` is the new `updatedAt`. */
  saveAnswer(id: string, section: "survey" | "safety", key: string, value: AnswerValue | null, at: string): void;
  /** Commits one device with its answers: a new one comes last. */
  saveDevice(id: string, device: Device, at: string): void;
  removeDevice(id: string, deviceId: string, at: string): void;
  /** Commits the scan of one of the office's computers: over its earlier one, beside those of all others. */
  saveMachine(id: string, machine: Machine, at: string): void;
  /** The visit with this id or prefix; UserError 64 where none or several fit. */
  get(idOrPrefix: string): Visit;
  /** The whole id for an id or its beginning, as `get` finds it. */
  resolve(idOrPrefix: string): string;
  /** Summaries, newest first. */
  list(filter: VisitFilter): readonly VisitSummary[];
  /** Reading of many visits; damaged ones are passed over and told by `damaged`. */
  readonly records: Records;
  /** Whole visits one after the other, oldest first, never all in memory. */
  iterate(filter: VisitFilter): Generator<Visit>;
  /** Takes a visit from elsewhere in; one with the same id gives way only to a later state of itself. */
  takeIn(incoming: Incoming): TakenIn;
  /** Ends a conflict by a person's choice between what is stored and what the file has. */
  settleConflict(incoming: Incoming, choice: "stored" | "file"): void;
  /** Content hashes that a visit had when it went out before. */
  earlier(id: string): readonly string[];
  /**
   * Keeps in mind what went out, by id and content hash, so that a later state can take its place elsewhere. A store that
   * cannot be written forgets it, which makes a person choose there.
   */
  noteSent(sent: ReadonlyMap<string, string>): void;
  /** Removes visits by whole ids, all or none. How many there were. */
  remove(ids: readonly string[]): number;
  /**
   * The usual network of a site, from its last healthy visit that was no practice; `exceptVisit` is the one under way.
   */
  baselineFor(siteId: string, exceptVisit?: string): Baseline | null;
  /** Photos of the chosen visits that are missing, or not what was stored. */
  photoProblems(filter: VisitFilter, depth: Depth): PhotoProblem[];
  /** How many photos all visits name. */
  photoCount(): number;
  /** Keeps a copy of the store as it was at the start of the day. */
  keepDailyCopy(world: CopyWorld): Promise<DailyCopy>;
  /** Folder for the photos of a visit. Not created here. */
  photoFolder(id: string): string;
  upload(id: string, target: string): UploadState | null;
  saveUpload(id: string, target: string, state: UploadState): void;
  /** Hashes of the photos of a visit that a receiver has confirmed. */
  sentPhotos(id: string, target: string): ReadonlySet<string>;
  saveSentPhoto(id: string, target: string, sha256: string): void;
  /** A receiver that asked to be left alone for a while. */
  pause(target: string): UploadPause | null;
  savePause(target: string, pause: UploadPause | null): void;
  close(): void;
}
