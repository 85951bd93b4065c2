import { deviceQuestions } from "../data/catalogue.ts";
import { deviceType } from "../data/device-types.ts";
import { finishedDevice, reopenedDevice } from "../data/device-answers.ts";
import { nextQuestion } from "../../form/engine.ts";
import { safetyGate } from "../triage/gate.ts";
import { triage } from "../triage/triage.ts";
import type { Answers, Device } from "../../visit/schema.ts";
import type { Session } from "./session.ts";

/** The finished record with its disposition. */
export function judged(device: Device, safety: Answers): Device {
  return { ...finishedDevice(device), triage: triage(device, safety) };
}

/**
 * After the safety answers changed: every finished device is judged again. Where power may be used now, records whose
 * questions about trying were never put are opened again, so that they are asked.
 */
export function judgeAgain(session: Session): void {
  const { safety, devices } = session.visit();
  const powerAllowed = safetyGate(safety).state === "PASS";
  for (const device of devices.filter((each) => each.done)) {
    const again = triage(device, safety);
    const type = deviceType(device.type);
    const open =
      type !== undefined &&
      nextQuestion({ questions: deviceQuestions(type), answers: device.answers, powerAllowed }) !== undefined;
    const changed = JSON.stringify(again) !== JSON.stringify(device.triage);
    if (open) session.saveDevice({ ...reopenedDevice(device), triage: again });
    else if (changed) session.saveDevice({ ...device, triage: again });
  }
}
