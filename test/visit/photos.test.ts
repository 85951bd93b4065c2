import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { storePhoto } from "../../src/checklist/session/photos.ts";
import { photosOf, photoState, type Photo } from "../../src/visit/photos.ts";
import { tinyDisk } from "./helpers/mount.ts";
import { device, scratch, visit } from "./helpers/sample.ts";

const world = (cwd: string) => ({ platform: process.platform, randomBytes, now: () => Date.now(), cwd });

async function stored(typed: string, folder: string, cwd: string): Promise<Photo> {
  const result = await storePhoto(typed, folder, world(cwd), "en");
  if (!result.ok) throw new Error(result.problem);
  return result.photo;
}

function picture(folder: string, size = 3_000_000): Buffer {
  const content = randomBytes(size);
  writeFileSync(path.join(folder, "Ảnh máy chủ 1.JPG"), content);
  return content;
}

test("a photo is stored under an ASCII name with its hash, for nobody else, and nothing is left beside it", async () => {
  const cwd = scratch();
  const content = picture(cwd);
  const folder = path.join(cwd, "data", "photos", "x");
  const photo = await stored("'Ảnh máy chủ 1.JPG'", folder, cwd);
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(photo).toEqual({
    file: `${sha256.slice(0, 16)}_anh-may-chu-1.jpg`,
    sha256,
    bytes: 3_000_000,
    originalName: "Ảnh máy chủ 1.JPG",
  });
  expect(readdirSync(folder)).toEqual([photo.file]);
  expect(readFileSync(path.join(folder, photo.file)).equals(content)).toBe(true);
  expect(photoState(folder, photo)).toBe("ok");
  expect([
    statSync(path.join(folder, photo.file)).mode & 0o777,
    statSync(folder).mode & 0o777,
    statSync(path.join(cwd, "data")).mode & 0o777,
  ]).toEqual([0o600, 0o700, 0o700]);
});

test("cut, changed and missing copies are seen; storing the picture again puts a whole one in their place", async () => {
  const cwd = scratch();
  const content = picture(cwd);
  const folder = path.join(cwd, "photos");
  const photo = await stored("Ảnh máy chủ 1.JPG", folder, cwd);
  const copy = path.join(folder, photo.file);
  const flipped = Buffer.from(content);
  flipped[1_500_000] = (flipped[1_500_000] ?? 0) ^ 1;
  for (const spoil of [
    () => truncateSync(copy, 0),
    () => truncateSync(copy, content.length - 1),
    () => writeFileSync(copy, flipped),
  ]) {
    spoil();
    expect(photoState(folder, photo)).toBe("damaged");
    await stored("Ảnh máy chủ 1.JPG", folder, cwd);
    expect(photoState(folder, photo)).toBe("ok");
  }
  expect(photoState(path.join(cwd, "elsewhere"), photo)).toBe("missing");
  mkdirSync(path.join(cwd, "elsewhere", photo.file), { recursive: true });
  expect(photoState(path.join(cwd, "elsewhere"), photo)).toBe("damaged");
});

test("a disk that is too full for a photo keeps the one before, and says so", async () => {
  const disk = tinyDisk(1024);
  if (disk === null) return;
  const cwd = scratch();
  picture(cwd, 500_000);
  const kept = await stored("Ảnh máy chủ 1.JPG", disk.folder, cwd);
  picture(cwd, 900_000);
  const result = await storePhoto("Ảnh máy chủ 1.JPG", disk.folder, world(cwd), "en");
  expect(result).toMatchObject({ ok: false, problem: expect.stringContaining("the disk is full") });
  expect(readdirSync(disk.folder)).toEqual([kept.file]);
  expect(photoState(disk.folder, kept)).toBe("ok");
});

test("links, folders and films are refused with their path", async () => {
  const cwd = scratch();
  picture(cwd, 10);
  symlinkSync("Ảnh máy chủ 1.JPG", path.join(cwd, "link.jpg"));
  writeFileSync(path.join(cwd, "film.mp4"), "");
  truncateSync(path.join(cwd, "film.mp4"), 26 * 1024 * 1024);
  for (const name of ["link.jpg", ".", "film.mp4", "none.jpg", "/dev/null"])
    expect(await storePhoto(name, path.join(cwd, "p"), world(cwd), "en")).toMatchObject({ ok: false });
});

test("only plain names count as photos of a visit, each once", () => {
  const photo = (file: string): Photo => ({ file, sha256: "a".repeat(64), bytes: 1, originalName: "x" });
  const names = ["1.jpg", "../1.jpg", "/etc/passwd", "", ".hidden", "a\\b.jpg", "c:x.jpg", "1.jpg", "2.jpg"];
  expect(photosOf(visit({ devices: [device("d", { photos: names.map(photo) })] })).map(({ file }) => file)).toEqual([
    "1.jpg",
    "2.jpg",
  ]);
});
