/** One thing that a program asked of the disk, or told its user, in order. */
export type DiskOp =
  | { readonly kind: "create" | "unlink" | "mkdir" | "sync"; readonly path: string }
  | { readonly kind: "write"; readonly path: string; readonly at: number | null; readonly data: Buffer }
  | { readonly kind: "truncate"; readonly path: string; readonly length: number }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "told"; readonly text: string };

/** What of the unsynced a power cut leaves: nothing, all, or pieces in any order. */
export type Cut = "dropped" | "kept" | "torn";

interface Inode {
  /** As the running system sees it. */
  data: Buffer;
  /** As the last sync left it. */
  synced: Buffer;
  pending: Exclude<DiskOp, { kind: "told" }>[];
}

/** Disks write whole sectors. */
const SECTOR = 512;

/**
 * A disk as strictly as POSIX allows it to be: the content of a file is there after its own sync, its name after that of
 * its folder, and what was not synced may be there, not there, or there in part.
 */
export class DiskModel {
  /** Names as the running system sees them, and as they would be found after a cut. */
  readonly #names = new Map<string, Inode>();
  #safe = new Map<string, Inode>();
  readonly #folders: string[] = [];

  apply(op: DiskOp): void {
    switch (op.kind) {
      case "told":
        return;
      case "mkdir":
        this.#folders.push(op.path);
        return;
      case "create":
        if (!this.#names.has(op.path))
          this.#names.set(op.path, { data: Buffer.alloc(0), synced: Buffer.alloc(0), pending: [] });
        return;
      case "unlink":
        this.#names.delete(op.path);
        return;
      case "rename": {
        const inode = this.#names.get(op.path);
        this.#names.delete(op.path);
        if (inode !== undefined) this.#names.set(op.to, inode);
        return;
      }
      case "sync":
        this.#sync(op.path);
        return;
      case "write":
      case "truncate": {
        const inode = this.#names.get(op.path);
        if (inode === undefined) return;
        inode.data = changed(inode.data, op);
        inode.pending.push(op.kind === "write" ? { ...op, at: op.at ?? inode.data.length - op.data.length } : op);
        return;
      }
    }
  }

  /** Folders that were made, and the files as they would be found if the power went now. */
  after(
    cut: Cut,
    random: () => number,
  ): { readonly folders: readonly string[]; readonly files: ReadonlyMap<string, Buffer> } {
    // Names in one piece: a folder's changes of name come in order, up to any of them.
    const names = cut === "kept" || (cut === "torn" && random() < 0.5) ? this.#names : this.#safe;
    const files = [...names].map(([path, inode]) => [path, contentOf(inode, cut, random)] as const);
    return { folders: this.#folders, files: new Map(files) };
  }

  #sync(path: string): void {
    const inode = this.#names.get(path);
    if (inode !== undefined) {
      inode.synced = inode.data;
      inode.pending = [];
      return;
    }
    // A folder: its names are safe now, those of others are not.
    const within = (name: string): boolean => name.slice(0, name.lastIndexOf("/")) === path;
    const others = [...this.#safe].filter(([name]) => !within(name));
    this.#safe = new Map([...others, ...[...this.#names].filter(([name]) => within(name))]);
  }
}

function contentOf(inode: Inode, cut: Cut, random: () => number): Buffer {
  if (cut === "dropped") return inode.synced;
  if (cut === "kept") return inode.data;
  return inode.pending.reduce((data, op) => {
    if (random() < 0.4) return data;
    if (op.kind !== "write" || random() < 0.5) return changed(data, op);
    // A write that was under way: some of its sectors.
    const sectors = Math.ceil(op.data.length / SECTOR);
    const kept = Math.floor(random() * sectors) * SECTOR;
    return changed(data, { ...op, data: op.data.subarray(0, kept) });
  }, inode.synced);
}

function changed(data: Buffer, op: DiskOp): Buffer {
  if (op.kind === "truncate") {
    const next = Buffer.alloc(op.length);
    data.copy(next, 0, 0, Math.min(data.length, op.length));
    return next;
  }
  if (op.kind !== "write" || op.data.length === 0) return data;
  const at = op.at ?? data.length;
  const next = Buffer.alloc(Math.max(data.length, at + op.data.length));
  data.copy(next);
  op.data.copy(next, at);
  return next;
}
