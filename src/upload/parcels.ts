import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import type { ExportedVisit } from "../visit/exchange/mark.ts";
import type { Photo } from "../visit/photos.ts";

/** One thing that is sent (CONTRACT): a visit by POST to the address, each photo by PUT below it. */
export interface Parcel {
  readonly method: "POST" | "PUT";
  readonly url: URL;
  /** The receiver knows it again by this: sent twice, it is one. */
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
  /** SHA-256, base64: RFC 9530, lets the receiver tell a cut-off body from a whole one. */
  readonly digest: string;
  /** Made anew for each attempt. */
  body(): string | Readable;
}

/** A visit as it is exported, so that what the receiver keeps can be imported like any file. */
export function visitParcel(url: URL, visit: ExportedVisit): Parcel {
  const text = JSON.stringify(visit);
  const digest = createHash("sha256").update(text).digest("base64");
  return {
    method: "POST",
    url,
    key: visit.id,
    type: "application/json",
    bytes: Buffer.byteLength(text),
    digest,
    body: () => text,
  };
}

/** A photo, at ADDRESS/VISIT/photos/FILE. The caller has looked whether it is whole. */
export function photoParcel(url: URL, visit: string, folder: string, { file, sha256, bytes }: Photo): Parcel {
  const place = new URL(url);
  place.pathname = `${place.pathname.replace(/\/$/u, "")}/${visit}/photos/${encodeURIComponent(file)}`;
  return {
    method: "PUT",
    url: place,
    key: `${visit}/${sha256}`,
    type: "application/octet-stream",
    bytes,
    digest: Buffer.from(sha256, "hex").toString("base64"),
    body: () => createReadStream(path.join(folder, file)),
  };
}
