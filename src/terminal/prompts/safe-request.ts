import { terminalSafe } from "../../base/terminal-safe.ts";
import type { ChooseRequest, Option } from "./ui.ts";

/** Prompts draw themselves, past the door of the terminal: their texts are made harmless before. */
export function safeHead<T extends { readonly head?: string; readonly message: string }>(request: T): T {
  const head = request.head === undefined ? {} : { head: terminalSafe(request.head) };
  return { ...request, ...head, message: terminalSafe(request.message) };
}

/** The same with the entries of a list. */
export function safeChoice(request: ChooseRequest): ChooseRequest {
  const { options } = request;
  const safe =
    typeof options === "function" ? (typed: string) => options(typed).map(safeOption) : options.map(safeOption);
  return { ...safeHead(request), options: safe };
}

export function safeOption(option: Option): Option {
  const hint = option.hint === undefined ? {} : { hint: terminalSafe(option.hint) };
  return { ...option, ...hint, name: terminalSafe(option.name) };
}
