import path from "node:path";
import { COMMANDS } from "./specs.ts";

/** What the name of the program depends on. */
export interface Start {
  /** As the caller spelled the program. */
  readonly argv0: string;
  readonly execPath: string;
  /** The script; the program itself where it is one file. */
  readonly entry: string;
  /** The working folder. */
  readonly cwd: string;
}

/**
 * What to type here for this very program: the one file as it was called; `npx qbrecover` anywhere within the
 * installed project; elsewhere the script by its path.
 */
export function ownName({ argv0, execPath, entry, cwd }: Start): string {
  if (entry === execPath) return quoted(argv0);
  const project = path.dirname(path.dirname(entry));
  const below = path.relative(project, cwd);
  const outside = below === ".." || below.startsWith(`..${path.sep}`) || path.isAbsolute(below);
  return outside ? `node ${quoted(path.join(project, "bin", "qbrecover.mjs"))}` : "npx qbrecover";
}

const quoted = (text: string): string => (/\s/u.test(text) ? `"${text}"` : text);

const CALL = new RegExp(
  String.raw`(?<![\w/.\\-])(?<!npx )qbrecover (?=(?:${COMMANDS.map(({ name }) => name).join("|")}|help|--[a-z]+)\b)`,
  "gu",
);

/** The same text, every call in it as it can be typed here. */
export function asTyped(text: string, name: string): string {
  return name === "qbrecover" ? text : text.replaceAll(CALL, () => `${name} `);
}
