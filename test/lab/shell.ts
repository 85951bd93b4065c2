import { execa } from "execa";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell; a non-zero exit is data. `timeoutMs` kills it. */
export async function attempt(
  program: string,
  args: readonly string[],
  timeoutMs: number,
  input?: string,
): Promise<Ran> {
  const result = await execa(program, [...args], {
    reject: false,
    timeout: Math.ceil(timeoutMs),
    stripFinalNewline: false,
    ...(input === undefined ? { stdin: "ignore" as const } : { input }),
  });
  return { code: result.exitCode ?? 255, stdout: result.stdout ?? "", stderr: result.stderr ?? "" };
}

/** The same for what must work: throws with the program's own words. */
export async function must(program: string, args: readonly string[], input?: string): Promise<string> {
  const ran = await attempt(program, args, 15_000, input);
  if (ran.code !== 0)
    throw new Error(
      `${program} ${args.join(" ")}: exit ${ran.code}\n${ran.stderr}${input === undefined ? "" : `\n${input}`}`,
    );
  return ran.stdout;
}
