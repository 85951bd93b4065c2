import inquirer from "inquirer";
import { terminalSafe } from "../../base/terminal-safe.ts";

interface SelectRequest<Value> {
  readonly message: string;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  /** One line on the keys; none where two choices explain themselves. */
  readonly keys?: string;
}

/** One of a few choices, the first under the cursor; on stderr. Null after Ctrl+C. */
export async function select<Value>({ message, choices, keys }: SelectRequest<Value>): Promise<Value | null> {
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  try {
    const answer = await prompt<{ at: number }>([
      {
        type: "select",
        name: "at",
        message: terminalSafe(message),
        choices: choices.map(({ name }, value) => ({ name: terminalSafe(name), value })),
        pageSize: choices.length,
        theme: { style: { keysHelpTip: () => keys } },
      },
    ]);
    return choices[answer.at]?.value ?? null;
  } catch (error) {
    if (isPromptExit(error)) return null;
    throw error;
  }
}

/** inquirer signals Ctrl+C and abort by exceptions of these names. */
export function isPromptExit(error: unknown): boolean {
  return error instanceof Error && (error.name === "ExitPromptError" || error.name === "AbortPromptError");
}
