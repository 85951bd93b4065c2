import { accessSync, constants } from "node:fs";

/**
 * Where browsers that print lie, by absolute path in the system's own folders: PATH and the current folder are not asked.
 * Every Windows since 2020 brings Edge.
 */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: [
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge-stable",
  ],
  darwin: [
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};

/** The first browser of this laptop that can print to a file; null where there is none. */
export function findBrowser(platform: NodeJS.Platform, places = PLACES): string | null {
  return places[platform]?.find((place) => isProgram(place)) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
