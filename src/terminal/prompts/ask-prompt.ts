import { createPrompt, isEnterKey, isTabKey, useKeypress, useState } from "@inquirer/core";
import { terminalSafe } from "../../base/terminal-safe.ts";
import type { AskRequest, Reply, Settled } from "./ui.ts";
import { wrapLines } from "../wrap.ts";

export interface AskConfig extends AskRequest {
  readonly columns: number;
  readonly keys: string;
}

/** A line to type: Enter takes it (or the value in brackets), Esc on an empty line goes back, Tab skips. */
export const askPrompt = createPrompt<Settled<string>, AskConfig>((config, done) => {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [settled, setSettled] = useState(false);
  const settle = (reply: Reply<string>, shown: string): void => {
    setSettled(true);
    done({ reply, shown });
  };
  useKeypress((key, rl) => {
    if (isEnterKey(key)) {
      const text = (typed.trim() === "" ? (config.initial ?? "") : typed).normalize("NFC").trim();
      if (text === "" && config.canSkip === true) {
        settle({ kind: "skip" }, "–");
        return;
      }
      const wrong = config.check(text);
      if (wrong === null) settle({ kind: "answer", value: text }, text);
      else {
        rl.write(typed);
        setProblem(wrong);
      }
    } else if (key.name === "escape") {
      if (typed === "") settle({ kind: "back" }, "‹");
      else {
        rl.clearLine(0);
        setTyped("");
      }
    } else if (key.ctrl && key.name === "n") {
      if (config.canSkipRest === true) settle({ kind: "skip", rest: true }, "––");
    } else if (isTabKey(key)) {
      rl.clearLine(0);
      rl.write(typed);
      if (config.canSkip === true) settle({ kind: "skip" }, "–");
    } else {
      setTyped(rl.line);
      setProblem(null);
    }
  });
  const width = config.columns - 1;
  // What was answered is shown by whoever stores it.
  if (settled) return "";
  const head = config.head === undefined ? "" : `${wrapLines(config.head, width)}\n`;
  const offered = config.initial === undefined || config.initial === "" ? "" : ` [${terminalSafe(config.initial)}]`;
  return [
    `${head}${wrapLines(`? ${config.message}${offered}`, width)}\n> ${typed}`,
    [problem === null ? "" : wrapLines(`✖ ${problem}`, width), wrapLines(config.keys, width)]
      .filter((part) => part !== "")
      .join("\n"),
  ];
});
