import { isIPv4 } from "node:net";
import { widthOf, withoutZone } from "./address.ts";
import { known, notTold, type HostsFacts, type Reading } from "./facts.ts";
import type { FileRead } from "./files.ts";

const LIMIT = 500;
const OWN_SUFFIX = /(?:^|\.)(?:localhost|localdomain|local|lan|home|internal|intranet|arpa)\d?$/u;

/**
 * Facts of a hosts file that was looked for: one that is absent has no entries, one that may not be read is not told.
 * @param wanted names that must not be left out, lower case: those of the profile
 */
export function hostsFacts(
  read: FileRead,
  path: string,
  ownName: string,
  wanted: ReadonlySet<string> = new Set(),
): Reading<HostsFacts> {
  if (read.state === "unreadable") return notTold(`${path}: ${read.why}`);
  const facts = parseHostsFile(read.state === "read" ? read.text : "", path, ownName, wanted);
  return known(read.state === "read" && read.cut ? { ...facts, wholeRead: false } : facts);
}

/**
 * Entries of a hosts file that give a public-looking name an address, at most 500 (`leftOut` says how many more there
 * are): names of the profile first, then those of Vietnam, then what leads to another machine. A list of advertisers
 * with a hundred thousand lines must not push out the one entry that matters.
 * @param ownName the laptop's host name, which its system may write there itself
 */
export function parseHostsFile(
  text: string,
  path: string,
  ownName: string,
  wanted: ReadonlySet<string> = new Set(),
): HostsFacts {
  const own = ownName.toLowerCase();
  const overrides = text.split(/\r?\n/u).flatMap((line, index) => {
    const [address = "", ...names] = line.replace(/#.*$/u, "").trim().split(/\s+/u);
    if (widthOf(withoutZone(address)) === null) return [];
    return names
      .map((name) => name.toLowerCase().replace(/\.$/u, ""))
      .filter((name) => looksPublic(name) && name !== own && name.split(".")[0] !== own)
      .map((name) => ({ name, address, line: index + 1 }));
  });
  const rank = ({ name, address }: (typeof overrides)[number]): number =>
    wanted.has(name) ? 0 : name.endsWith(".vn") ? 1 : isNowhere(address) ? 3 : 2;
  const kept = [0, 1, 2, 3]
    .flatMap((wantedRank) => overrides.filter((one) => rank(one) === wantedRank))
    .slice(0, LIMIT);
  const leftOut = overrides.length - kept.length;
  return { path, overrides: kept, ...(leftOut === 0 ? {} : { leftOut }) };
}

/** Where lists of advertisers lead to. */
function isNowhere(address: string): boolean {
  return /^(?:0\.|127\.|::1?$)/u.test(address);
}

function looksPublic(name: string): boolean {
  return (
    name.length <= 253 &&
    /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(name) &&
    !OWN_SUFFIX.test(name) &&
    !isIPv4(name)
  );
}
