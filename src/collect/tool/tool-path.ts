import { accessSync, constants } from "node:fs";
import path from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where Unix systems keep their own programs, writable by root alone; the last two are NixOS, which has nothing in the
 * others. PATH is not asked: a relative or empty entry in it would run the `ping` that lies on the stick.
 */
const SYSTEM_FOLDERS = [
  "/usr/bin",
  "/bin",
  "/usr/sbin",
  "/sbin",
  "/run/wrappers/bin",
  "/run/current-system/sw/bin",
] as const;

/**
 * Absolute path of a tool of the system, or null where the system has none of that name.
 * On Windows always in the system's own folder, unseen: the search of CreateProcess begins in the current folder.
 * @param folders where to look on other systems
 */
export function toolPath(
  tool: string,
  platform: NodeJS.Platform,
  env: Environment,
  folders: readonly string[] = SYSTEM_FOLDERS,
): string | null {
  if (platform === "win32") return windowsPath(tool, env);
  if (path.isAbsolute(tool)) return tool;
  // A name is a name: nothing climbs out of the folders.
  if (tool.includes("/") || tool === "" || tool === "..") return null;
  return (
    folders.map((folder) => path.join(folder, tool)).find((file) => path.isAbsolute(file) && isProgram(file)) ?? null
  );
}

function windowsPath(tool: string, env: Environment): string {
  const told = env["SystemRoot"] ?? env["SYSTEMROOT"] ?? "";
  const system = path.win32.join(/^[a-z]:\\/iu.test(told) ? told : "C:\\Windows", "System32");
  const folder = tool === "powershell" ? path.win32.join(system, "WindowsPowerShell", "v1.0") : system;
  return path.win32.join(folder, `${tool}.exe`);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Variables to set for a tool beside those it inherits: messages in English where the system lets us choose (Windows
 * does not), and a PATH of the system's own folders, for what a tool starts in its turn.
 */
export function toolEnvironment(platform: NodeJS.Platform): Record<string, string> {
  if (platform === "win32") return {};
  return { LC_ALL: "C.UTF-8", LANGUAGE: "", PATH: SYSTEM_FOLDERS.join(":") };
}
