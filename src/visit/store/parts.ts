import { canonicalJson } from "../../base/canonical.ts";
import type { Connection } from "../db/connection.ts";
import { headerVisit } from "../rows/header.ts";
import { readLight, replaceDevices, updateFacts, upsertDevice } from "../rows/visit.ts";
import { writeMachine } from "../rows/machine.ts";
import type { AnswerValue, Device, Machine } from "../schema.ts";
import { conflict } from "./errors.ts";
import { changeStored } from "./sealed.ts";
import type { Seen } from "./seen.ts";

// Each writes one part of a stored visit and nothing else. Call inside a transaction. `at` is the new `updatedAt`.

/** One answer; null takes it back. */
export function saveAnswer(
  db: Connection,
  seen: Seen,
  id: string,
  section: "survey" | "safety",
  key: string,
  value: AnswerValue | null,
  at: string,
): void {
  changeStored(db, id, ({ n, row }) => {
    const visit = headerVisit(row);
    const { [key]: _old, ...others } = visit[section];
    const answers = value === null ? others : { ...others, [key]: value };
    updateFacts(db, n, { ...visit, [section]: answers, updatedAt: at });
    seen.note(id, `${section}:${key}`, value);
  });
}

/** One device: over the one with its id, or after the last. UserError 78 where another process changed it otherwise. */
export function saveDevice(db: Connection, seen: Seen, id: string, device: Device, at: string): void {
  changeStored(db, id, (header) => {
    const visit = readLight(db, header);
    const stored = visit.devices.find((other) => other.id === device.id);
    const part = `device:${device.id}`;
    const before = stored === undefined ? undefined : canonicalJson(stored);
    if (before !== undefined && before !== seen.of(id).get(part) && before !== canonicalJson(device))
      throw conflict(id, [part], db.lang);
    upsertDevice(db, header.n, device);
    updateFacts(db, header.n, { ...visit, updatedAt: at });
    seen.note(id, part, device);
  });
}

/** One of the office's computers; what others write at the same time stays. Call inside a transaction. */
export function saveMachine(db: Connection, id: string, machine: Machine, at: string): void {
  changeStored(db, id, ({ n, row }) => {
    writeMachine(db, n, machine);
    updateFacts(db, n, { ...headerVisit(row), updatedAt: at });
  });
}

/** Takes a device out. */
export function removeDevice(db: Connection, seen: Seen, id: string, deviceId: string, at: string): void {
  changeStored(db, id, (header) => {
    const visit = readLight(db, header);
    const others = visit.devices.filter((device) => device.id !== deviceId);
    replaceDevices(db, header.n, others);
    updateFacts(db, header.n, { ...visit, updatedAt: at });
    seen.note(id, `device:${deviceId}`, null);
  });
}
