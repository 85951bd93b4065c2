import { createHash, type Hash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { openDraft, type DraftFile, type DraftWorld } from "../../base/draft-file.ts";
import { makeFolder } from "../../base/make-folder.ts";
import { photoState, piecesOf, type Photo } from "../photos.ts";

/**
 * A piece of a photo as a line of a bundle (CONTRACT): behind its visit, in order, at most 1 MiB of the picture each.
 * Readers of before know visits alone; they refuse the line.
 */
const photoPart = z.strictObject({
  photo: z.strictObject({
    visit: z.string(),
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    /** Place of this piece in the file. */
    at: z.number().int().nonnegative(),
    /** Size of the whole file. */
    bytes: z.number().int().nonnegative(),
    data: z.base64(),
  }),
});
export type PhotoPart = z.infer<typeof photoPart>["photo"];

/** Lines of a bundle for a photo that was looked at before. */
export function* photoLines(visit: string, folder: string, { file, sha256, bytes }: Photo): Generator<string> {
  let at = 0;
  // An empty file is a part, too.
  for (const piece of bytes === 0 ? [Buffer.alloc(0)] : piecesOf(path.join(folder, file))) {
    const part: PhotoPart = { visit, file, sha256, at, bytes, data: piece.toString("base64") };
    yield `${JSON.stringify({ photo: part })}\n`;
    at += piece.length;
  }
}

/** The part of a photo in a line of a bundle; null where it is none. */
export function readPart(value: unknown): PhotoPart | null {
  const parsed = photoPart.safeParse(value);
  return parsed.success ? parsed.data.photo : null;
}

/** Photos that come in parts: each is put into its folder when its last part came and its hash holds. */
export interface PhotoIntake {
  /** Takes a part. Parts of photos that are not wanted, or that lie there whole already, are passed over. */
  take(part: PhotoPart): Promise<void>;
  /** Drops what is not complete. */
  end(): void;
}

interface Open {
  readonly photo: Photo;
  readonly draft: DraftFile;
  readonly hash: Hash;
  at: number;
}

/**
 * @param wanted the photos of the visit that the lines stand behind
 * @param folder where they belong
 */
export function openIntake(wanted: readonly Photo[], folder: string, world: DraftWorld): PhotoIntake {
  let open: Open | null = null;
  const end = (): void => {
    open?.draft.drop();
    open = null;
  };
  const begin = (part: PhotoPart): Open | null => {
    const photo = wanted.find(
      (each) => each.file === part.file && each.sha256 === part.sha256 && each.bytes === part.bytes,
    );
    if (photo === undefined || part.at !== 0) return null;
    makeFolder(folder);
    if (photoState(folder, photo) === "ok") return null;
    return { photo, draft: openDraft(path.join(folder, photo.file), world), hash: createHash("sha256"), at: 0 };
  };
  return {
    async take(part) {
      if (open === null || open.photo.file !== part.file) {
        end();
        open = begin(part);
      }
      const now = open;
      if (now === null) return;
      if (part.at !== now.at) {
        end();
        return;
      }
      const bytes = Buffer.from(part.data, "base64");
      now.draft.write(bytes);
      now.hash.update(bytes);
      now.at += bytes.length;
      if (now.at < now.photo.bytes) return;
      if (now.at === now.photo.bytes && now.hash.digest("hex") === now.photo.sha256) await now.draft.publish();
      end();
    },
    end,
  };
}
