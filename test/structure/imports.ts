import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** One import of one file by another, both relative to the project's root. Types and lazy imports count. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Every import between files of `src`, as written. */
export function arrowsOfSource(): readonly Arrow[] {
  return sourceFiles().flatMap((from) =>
    [...readFileSync(path.join(ROOT, from), "utf8").matchAll(IMPORT)].map((match) => ({
      from,
      to: path.posix.join(path.posix.dirname(from), match[1] ?? ""),
    })),
  );
}
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)["'](\.{1,2}\/[^"']+)["']/gu;

/** Files of `src`, relative to the project's root. */
export function sourceFiles(): readonly string[] {
  return readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.posix.join("src", file.replaceAll(path.sep, "/")));
}

/** Folder (or loose file) of `src` that a file lies in. */
export function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** Rooms from the top down, as the picture in docs/architecture.md draws them: one line, one layer. */
export function layersOfPicture(): readonly (readonly string[])[] {
  const text = readFileSync(path.join(ROOT, "docs/architecture.md"), "utf8");
  const picture = /<!-- layers -->\s*```text\n(.*?)```/su.exec(text)?.[1] ?? "";
  return picture
    .split("\n")
    .map((line) => line.split(/\s{2,}/u)[0] ?? "")
    .filter((names) => names !== "")
    .map((names) => names.split(/,\s*/u));
}
