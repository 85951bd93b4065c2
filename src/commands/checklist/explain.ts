import { explainDevice, explainType, typeNamed } from "../../checklist/explain.ts";
import { deviceTypeLabel } from "../../checklist/labels.ts";
import type { CommandContext } from "../../base/context.ts";
import { EXIT, UserError, type ExitCode } from "../../base/exit.ts";
import { foldText } from "../../base/fold.ts";
import { oneLine, terminalSafe } from "../../base/terminal-safe.ts";
import { wrapLines } from "../../terminal/wrap.ts";
import { explain as explainTexts } from "../../text/explain-device.ts";
import { openStore } from "../../visit/store.ts";
import type { Device, Visit } from "../../visit/schema.ts";
import type { VisitStore } from "../../visit/store/visit-store.ts";

interface Named {
  readonly device: Device;
  readonly name: string;
}

/**
 * `checklist --explain DEVICE`: rules, reasons and sources behind the result of a device of a visit. DEVICE is its number
 * in the visit, its id, label, serial number or asset tag, or a type, which stands for all devices of it; for a type of
 * which the visit has none, the rules that there are.
 * @throws UserError 64 with the devices of the visit where none fits
 */
export function explain(context: CommandContext, wanted: string, visitId: string | undefined): ExitCode {
  const { lang } = context;
  const store = openStore(context.dataDir, lang, "read");
  try {
    const visit = visitOf(store, visitId);
    const named = visit === null ? [] : devicesOf(visit, context);
    const found = matching(named, wanted);
    const type = typeNamed(wanted);
    if (visit !== null && found.length > 0)
      print(
        context,
        found.map(({ device, name }) => explainDevice(device, visit.safety, name, lang)),
      );
    else if (type !== undefined) print(context, [explainType(type, lang)]);
    else throw nothingFound(named, wanted, context);
    return EXIT.healthy;
  } finally {
    store.close();
  }
}

/** The visit that is named, else the newest that has devices. */
function visitOf(store: VisitStore, id: string | undefined): Visit | null {
  if (id !== undefined) return store.get(id);
  const newest = store.list({}).find((visit) => visit.deviceRows > 0);
  return newest === undefined ? null : store.get(newest.id);
}

function devicesOf(visit: Visit, { lang }: CommandContext): Named[] {
  return visit.devices.map((device, at) => {
    const told = [device.label, device.serial, device.room].filter((part) => part !== "").join(", ");
    const count = device.quantity === 1 ? "" : ` × ${device.quantity}`;
    const type = deviceTypeLabel(device.type, lang);
    return { device, name: oneLine(`${at + 1}. ${type}${count}${told === "" ? "" : `: ${told}`}`, 200) };
  });
}

function matching(named: readonly Named[], wanted: string): readonly Named[] {
  const key = foldText(wanted);
  const at = /^\d{1,4}$/u.test(wanted.trim()) ? named[Number(wanted) - 1] : undefined;
  if (at !== undefined) return [at];
  const exact = named.filter(({ device }) =>
    [device.id, device.label, device.serial, device.assetTag].some((text) => text !== "" && foldText(text) === key),
  );
  if (exact.length > 0) return exact;
  const begins = named.filter(
    ({ device }) => key !== "" && (device.id.startsWith(wanted) || foldText(device.label).startsWith(key)),
  );
  return begins.length > 0 ? begins : named.filter(({ device }) => device.type === wanted);
}

function nothingFound(named: readonly Named[], wanted: string, { lang }: CommandContext): UserError {
  const texts = explainTexts[lang];
  if (named.length === 0) return new UserError(texts.noVisit);
  const shown = named.slice(0, 50).map(({ name }) => `  ${name}`);
  return new UserError([texts.noDevice(oneLine(wanted, 60)), ...shown].join("\n"));
}

function print(context: CommandContext, parts: readonly (readonly string[])[]): void {
  const text = parts.map((lines) => lines.join("\n")).join("\n\n");
  context.out(`${terminalSafe(wrapLines(text, context.columns))}\n`);
}
