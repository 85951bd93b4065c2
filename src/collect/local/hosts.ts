import { isIPv4 } from "node:net";
import { widthOf, withoutZone } from "./address.ts";
import { known, notTold, type HostsFacts, type Reading } from "./facts.ts";
import type { FileRead } from "./files.ts";

const LIMIT = 500;
const OWN_SUFFIX = /(?:^|\.)(?:localhost|local|localdomain|lan|home|internal|intranet|localhost4|localhost6|arpa)$/u;

/**
 * Facts of a hosts file that was looked for: one that is absent has no entries, one that may not be read is not told.
 */
export function hostsFacts(read: FileRead, path: string, ownName: string): Reading<HostsFacts> {
  if (read.state === "unreadable") return notTold(`${path}: ${read.why}`);
  return known(parseHostsFile(read.state === "read" ? read.text : "", path, ownName));
}

/**
 * Entries of a hosts file that give a public-looking name an address, at most 500, names of Vietnam first:
 * a list of advertisers with thousands of lines must not push out the one entry that matters.
 * @param ownName the laptop's host name, which its system may write there itself
 */
export function parseHostsFile(text: string, path: string, ownName: string): HostsFacts {
  const own = ownName.toLowerCase();
  const overrides = text.split(/\r?\n/u).flatMap((line, index) => {
    const [address = "", ...names] = line.replace(/#.*$/u, "").trim().split(/\s+/u);
    if (widthOf(withoutZone(address)) === null) return [];
    return names
      .map((name) => name.toLowerCase().replace(/\.$/u, ""))
      .filter((name) => looksPublic(name) && name !== own && name.split(".")[0] !== own)
      .map((name) => ({ name, address, line: index + 1 }));
  });
  const domestic = overrides.filter(({ name }) => name.endsWith(".vn"));
  const others = overrides.filter(({ name }) => !name.endsWith(".vn"));
  return { path, overrides: [...domestic, ...others].slice(0, LIMIT) };
}

function looksPublic(name: string): boolean {
  return (
    name.length <= 253 &&
    /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(name) &&
    !OWN_SUFFIX.test(name) &&
    !isIPv4(name)
  );
}
