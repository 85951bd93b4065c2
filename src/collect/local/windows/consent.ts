import type { Registry } from "./native/registry.ts";

/** Windows 11 24H2: since then the name of a Wi-Fi counts as a place, and asking for it can raise a prompt. */
const FIRST_BUILD_THAT_ASKS = 26_100;
const STORE = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\location";

/**
 * May names of Wi-Fi networks be read without anybody being asked? On systems that ask: only where machine, user and desktop programs all
 * have the consent already.
 * @param release as `os.release()` tells it: `10.0.26100`
 */
export function mayReadPlace(registry: Pick<Registry, "text">, release: string): boolean {
  const build = Number(release.split(".")[2] ?? 0);
  if (build < FIRST_BUILD_THAT_ASKS) return true;
  const given = (root: "machine" | "user", key: string): boolean => registry.text(root, key, "Value") === "Allow";
  return given("machine", STORE) && given("user", STORE) && given("user", `${STORE}\\NonPackaged`);
}
