import { checklist } from "../../text/checklist.ts";
import { DEVICE_TEXT_KEYS, DEVICE_TEXTS } from "../../visit/device-texts.ts";
import type { Device } from "../../visit/schema.ts";
import { deviceTypeLabel, dispositionLabel } from "../labels.ts";
import type { Option } from "../../terminal/prompts/ui.ts";
import { newDevice } from "../../visit/new-device.ts";
import { assess, correctDevice } from "./device-flow.ts";
import { lanDevices } from "./lan-offer.ts";
import { showResult } from "./result-flow.ts";
import type { Session } from "./session.ts";

/** One record on one line: "40 × Máy tính để bàn, phòng máy – Vệ sinh, sấy khô …". */
function deviceLine(device: Device, lang: Session["lang"]): string {
  const name = [deviceTypeLabel(device.type, lang), device.label, device.room].filter((part) => part !== "").join(", ");
  const outcome = device.override?.disposition ?? device.triage?.disposition;
  return `${device.quantity === 1 ? "" : `${device.quantity} × `}${name}${device.done && outcome !== undefined ? ` – ${dispositionLabel(outcome, lang)}` : " …"}`;
}

/** Chooses a record and what to do with it. */
export async function editDevice(session: Session): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const { devices } = session.visit();
  const which = await ui.choose({
    message: texts.askWhich,
    options: devices.map((device): Option => ({ value: device.id, name: deviceLine(device, lang) })),
  });
  const device = devices.find((each) => which.kind === "answer" && each.id === which.value);
  if (device === undefined) return;
  const options: Option[] = [
    { value: "show", name: texts.deviceShow },
    { value: "correct", name: texts.deviceCorrect },
  ];
  if (device.quantity > 1) options.push({ value: "split", name: texts.deviceSplit });
  options.push({ value: "remove", name: texts.deviceRemove });
  const what = await ui.choose({ head: deviceLine(device, lang), message: texts.deviceMenu, options });
  if (what.kind !== "answer") return;
  if (what.value === "split") await splitDevice(session, device);
  else if (what.value === "remove") await removeDevice(session, device);
  else if (what.value === "correct" || (await showResult(session, device.id)) === "correct") {
    await correctDevice(session, device.id);
    await assess(session, device.id);
  }
}

/** "Tách ra": some of a record of equal devices become a record of their own, with the same answers to begin with. */
async function splitDevice(session: Session, device: Device): Promise<void> {
  const { ui, lang } = session;
  const texts = checklist[lang];
  const inRange = (text: string): boolean => /^\d+$/u.test(text) && Number(text) >= 1 && Number(text) < device.quantity;
  const reply = await ui.ask({
    head: deviceLine(device, lang),
    message: texts.splitHow(device.quantity),
    initial: "1",
    check: (text) => (inRange(text) ? null : texts.needNumber(1, device.quantity - 1)),
  });
  if (reply.kind !== "answer") return;
  const count = Number(reply.value);
  const apart: Device = {
    ...device,
    id: newDevice(session.context, device.type).id,
    quantity: count,
    ...Object.fromEntries(DEVICE_TEXT_KEYS.filter((key) => DEVICE_TEXTS[key].onePiece).map((key) => [key, ""])),
    photos: [],
    override: null,
  };
  const rest: Device = { ...device, quantity: device.quantity - count };
  // One transaction: a crash in between would invent or lose devices.
  session.saveVisit({
    devices: [...session.visit().devices.map((each) => (each.id === device.id ? rest : each)), apart],
  });
  await correctDevice(session, apart.id);
  await assess(session, apart.id);
}

async function removeDevice(session: Session, device: Device): Promise<void> {
  const texts = checklist[session.lang];
  const sure = await session.ui.choose({
    head: deviceLine(device, session.lang),
    message: texts.deviceRemoveSure,
    options: [
      { value: "no", name: texts.no },
      { value: "yes", name: texts.yes },
    ],
  });
  if (sure.kind === "answer" && sure.value === "yes") session.removeDevice(device.id);
}

/** Chooses one of the devices that the scan saw in the network. */
export async function addFromLan(session: Session): Promise<void> {
  const { ui, lang } = session;
  const { scan, devices } = session.visit();
  const offered = lanDevices(scan?.evidence.observations ?? [], devices);
  const reply = await ui.choose({
    message: checklist[lang].askLan,
    options: offered.map((found): Option => ({
      value: found.address,
      name: [deviceTypeLabel(found.type, lang), found.vendor, found.name, found.address]
        .filter((part) => part !== "")
        .join(" – "),
    })),
  });
  const found = offered.find((each) => reply.kind === "answer" && each.address === reply.value);
  if (found === undefined) return;
  const device = newDevice(session.context, found.type, {
    label: found.name,
    brand: found.vendor,
    lanAddress: found.address,
  });
  session.saveDevice(device);
  await assess(session, device.id);
}
