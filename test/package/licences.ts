import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string().default("not told") });

/**
 * Names, versions and licence texts of the packages that are in a bundle.
 * @param modules files that the bundle was made of
 * @param more folders of packages that are in the executable beside the bundle
 */
export function licencesOf(modules: readonly string[], more: readonly string[]): string {
  const folders = modules.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0] ?? []);
  const parts = [...new Set([...more, ...folders])].map((folder) => {
    const { name, version, license } = manifest.parse(
      JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")),
    );
    return { title: `${name} ${version} (${license})`, text: textIn(folder) };
  });
  return parts
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, text }) => `${"=".repeat(78)}\n${title}\n${"=".repeat(78)}\n\n${text}\n`)
    .join("\n");
}

function textIn(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const texts = files
    .filter((file) => existsSync(path.join(folder, file)))
    .map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  return texts.length === 0
    ? "The package brings no text of its own; the licence is the one named above."
    : texts.join("\n\n");
}
