import type { Lang } from "../base/languages.ts";
import { deviceTexts } from "../text/device-texts.ts";
import { DEVICE_TEXT_KEYS, type DeviceTextKey } from "../visit/device-texts.ts";
import type { Device } from "../visit/schema.ts";

/** Texts about a device that a readable form has no place of its own for, each as "name: text"; blank ones left out. */
export function otherTexts(device: Device, placed: readonly DeviceTextKey[], lang: Lang): string[] {
  return DEVICE_TEXT_KEYS.filter((key) => !placed.includes(key) && device[key] !== "").map(
    (key) => `${deviceTexts[lang][key]}: ${device[key]}`,
  );
}
