import path from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a tool lies. On Windows always in the system's own folder: the search of CreateProcess begins in the current
 * folder, and a `ping.exe` lying on the USB stick must not be run. Elsewhere PATH decides.
 */
export function toolPath(tool: string, platform: NodeJS.Platform, env: Environment): string {
  if (platform !== "win32") return tool;
  const system = path.win32.join(env["SystemRoot"] ?? env["SYSTEMROOT"] ?? "C:\\Windows", "System32");
  const folder = tool === "powershell" ? path.win32.join(system, "WindowsPowerShell", "v1.0") : system;
  return path.win32.join(folder, `${tool}.exe`);
}

/**
 * Variables to set for a tool beside those it inherits. Messages in English where the system lets us choose (Windows
 * does not), and the folders for system tools in PATH, which an ordinary user of Debian does not have.
 */
export function toolEnvironment(platform: NodeJS.Platform, env: Environment): Record<string, string> {
  if (platform === "win32") return {};
  return { LC_ALL: "C.UTF-8", LANGUAGE: "", PATH: `${env["PATH"] ?? "/usr/bin:/bin"}:/usr/sbin:/sbin` };
}
