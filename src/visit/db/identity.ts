import { statSync } from "node:fs";

/** Which file a path names now: another one under the same name has another identity. */
export interface Identity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** Null where there is nothing under that path. */
export function identityOf(file: string): Identity | null {
  const there = statSync(file, { bigint: true, throwIfNoEntry: false });
  return there === undefined ? null : { device: there.dev, inode: there.ino };
}

export function sameFile(one: Identity, other: Identity | null): boolean {
  return other !== null && one.device === other.device && one.inode === other.inode;
}
