/**
 * A name that cannot exist under a top-level domain that does: random hex digits. Resolvers that rewrite "no such name"
 * do so for names like this, and not always for `.invalid`.
 */
export function randomName(random: Uint8Array, topLevel: string): string {
  return `x${Buffer.from(random).toString("hex")}.${topLevel}`;
}

/** Last label of a host name. */
export function topLevelOf(host: string): string {
  return host.replace(/\.$/u, "").split(".").at(-1) ?? host;
}
