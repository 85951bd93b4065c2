import { oneLine } from "../../../base/terminal-safe.ts";

/** `netsh wlan show interfaces`: SSID keeps its name in every language, and the one value in percent is the signal. */
export function parseNetshWlan(text: string): { readonly ssid: string | null; readonly signalPercent: number | null } {
  const ssid = /^\s*SSID\s*:\s(.*)$/mu.exec(text)?.[1]?.trim();
  const percent = /:\s*(\d{1,3})%\s*$/mu.exec(text)?.[1];
  return {
    ssid: ssid === undefined || ssid === "" ? null : oneLine(ssid, 64),
    signalPercent: percent === undefined ? null : Math.min(100, Number(percent)),
  };
}
