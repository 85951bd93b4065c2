import { createPrompt, isDownKey, isEnterKey, isTabKey, isUpKey, useKeypress, useState } from "@inquirer/core";
import { matchesWords } from "../../base/fold.ts";
import type { ChooseRequest, Option, Reply, Settled } from "./ui.ts";
import { cut, wrapLines } from "../wrap.ts";

export interface ChooseConfig extends ChooseRequest {
  readonly columns: number;
  readonly rows: number;
  readonly keys: string;
  readonly nothing: string;
}

/**
 * A list to choose from: arrows or number to move, letters to search (no diacritics needed), Enter to take, Esc or ← to
 * go back, Tab to skip. A number alone never answers: the Enter that people press after it would answer the next
 * question too.
 */
export const choosePrompt = createPrompt<Settled<string>, ChooseConfig>((config, done) => {
  const [typed, setTyped] = useState("");
  const [moved, setMoved] = useState<number | null>(null);
  const [settled, setSettled] = useState(false);
  const found = findOptions(config, typed);
  const active = Math.min(moved ?? startOf(config, found, typed), Math.max(found.length - 1, 0));

  const settle = (reply: Reply<string>, shown: string): void => {
    setSettled(true);
    done({ reply, shown });
  };
  useKeypress((key, rl) => {
    const chosen = found[active];
    if (isEnterKey(key)) {
      if (chosen === undefined) rl.write(typed);
      else settle({ kind: "answer", value: chosen.value }, chosen.name);
    } else if (key.name === "escape" || (key.name === "left" && typed === "")) {
      if (typed === "") settle({ kind: "back" }, "‹");
      else {
        rl.clearLine(0);
        setTyped("");
        setMoved(null);
      }
    } else if (key.ctrl && key.name === "n") {
      if (config.canSkipRest === true) settle({ kind: "skip", rest: true }, "––");
    } else if (isTabKey(key)) {
      rl.clearLine(0);
      rl.write(typed);
      if (config.canSkip === true) settle({ kind: "skip" }, "–");
    } else if (isUpKey(key) || isDownKey(key))
      setMoved(Math.max(0, Math.min(active + (isUpKey(key) ? -1 : 1), found.length - 1)));
    else if (rl.line !== typed) {
      setTyped(rl.line);
      setMoved(null);
    }
  });

  // What was answered is shown by whoever stores it.
  if (settled) return "";
  return listView(config, typed, found, active);
});

/** The question with what was typed, and below it the list with a hint and the keys. */
function listView(
  config: ChooseConfig,
  typed: string,
  found: readonly Option[],
  active: number,
): [above: string, below: string] {
  const width = config.columns - 1;
  const head = config.head === undefined ? "" : `${wrapLines(config.head, width)}\n`;
  const number = (option: Option): string =>
    typeof config.options === "function" ? "" : `${config.options.indexOf(option) + 1}. `;
  const list = page(found, active, Math.max(3, config.rows - 8))
    .map(({ option, at }) => cut(`${at === active ? "›" : " "} ${number(option)}${option.name}`, width))
    .join("\n");
  const current = found[active];
  // What did not fit into the line is told in full below the list.
  const hint =
    current?.hint ??
    (current !== undefined && cut(`› 10. ${current.name}`, width).endsWith("…") ? current.name : undefined);
  const below = [
    list === "" ? config.nothing : list,
    hint === undefined ? "" : wrapLines(`  ${hint}`, width),
    wrapLines(config.keys, width),
  ];
  return [
    `${head}${wrapLines(`? ${config.message}`, width)}\n> ${typed}`,
    below.filter((part) => part !== "").join("\n"),
  ];
}

function findOptions(config: ChooseConfig, typed: string): readonly Option[] {
  if (typeof config.options === "function") return config.options(typed);
  if (typed.trim() === "" || /^\d+$/u.test(typed.trim())) return config.options;
  return config.options.filter((option) => matchesWords(option.name, typed));
}

function startOf(config: ChooseConfig, found: readonly Option[], typed: string): number {
  const number = Number(typed.trim());
  if (typeof config.options !== "function" && Number.isInteger(number) && number >= 1)
    return Math.min(number, found.length) - 1;
  if (typed !== "") return 0;
  const initial = found.findIndex((option) => option.value === config.initial);
  return initial < 0 && config.deliberate !== true ? 0 : initial;
}

/** The part of a long list around the cursor. */
function page(
  options: readonly Option[],
  active: number,
  size: number,
): { readonly option: Option; readonly at: number }[] {
  const from = Math.max(0, Math.min(active - Math.floor(size / 2), options.length - size));
  return options.slice(from, from + size).map((option, index) => ({ option, at: from + index }));
}
