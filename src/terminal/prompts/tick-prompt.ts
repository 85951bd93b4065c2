import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isTabKey,
  isUpKey,
  useKeypress,
  useState,
} from "@inquirer/core";
import type { Reply, Settled, TickRequest } from "./ui.ts";
import { cut, wrapLines } from "../wrap.ts";

export interface TickConfig extends TickRequest {
  readonly columns: number;
  readonly keys: string;
  /** Said where Enter is pressed with nothing ticked. */
  readonly nothing: string;
}

/** Keys of the entries, in order. */
const KEYS = "123456789abcdefghij";
const NONE = "0";

/**
 * A list of which several can hold: its key or Space ticks an entry, Enter takes what is ticked. "None of these" is a key
 * of its own and ends it at once; Enter with nothing ticked does not, because a gate is not waved through by Enter.
 */
export const tickPrompt = createPrompt<Settled<readonly string[]>, TickConfig>((config, done) => {
  const [ticked, setTicked] = useState<readonly string[]>(config.initial ?? []);
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState("");
  const [settled, setSettled] = useState(false);
  const settle = (reply: Reply<readonly string[]>, shown: string): void => {
    setSettled(true);
    done({ reply, shown });
  };
  const toggle = (at: number): void => {
    const value = config.options[at]?.value;
    if (value === undefined) return;
    setActive(at);
    setProblem("");
    setTicked(ticked.includes(value) ? ticked.filter((each) => each !== value) : [...ticked, value]);
  };
  useKeypress((key, rl) => {
    const typed = rl.line.trim().toLowerCase();
    rl.clearLine(0);
    if (isEnterKey(key)) {
      if (ticked.length === 0) setProblem(config.nothing);
      else settle({ kind: "answer", value: ticked }, namesOf(config, ticked));
    } else if (key.name === "escape" || key.name === "left") settle({ kind: "back" }, "‹");
    else if (isTabKey(key)) settle({ kind: "skip" }, "–");
    else if (isUpKey(key) || isDownKey(key))
      setActive(Math.max(0, Math.min(active + (isUpKey(key) ? -1 : 1), config.options.length - 1)));
    else if (isSpaceKey(key)) toggle(active);
    else if (typed === NONE) settle({ kind: "answer", value: [] }, config.none);
    else if (typed.length === 1 && KEYS.includes(typed)) toggle(KEYS.indexOf(typed));
  });

  const width = config.columns - 1;
  // What was answered is shown by whoever stores it.
  if (settled) return "";
  const head = config.head === undefined ? "" : `${wrapLines(config.head, width)}\n`;
  const below = [
    ...listed(config, ticked, active),
    problem === "" ? "" : `✖ ${problem}`,
    wrapLines(config.keys, width),
  ];
  return [`${head}${wrapLines(`? ${config.message}`, width)}\n>`, below.filter((line) => line !== "").join("\n")];
});

/** "None of these" on top, then an entry a line with its key and its box. */
function listed(config: TickConfig, ticked: readonly string[], active: number): string[] {
  const width = config.columns - 1;
  const lines = config.options.map((option, at) => {
    const box = `[${ticked.includes(option.value) ? "x" : " "}]`;
    return cut(`${at === active ? "›" : " "} ${KEYS[at] ?? " "} ${box} ${option.name}`, width);
  });
  return [cut(`  ${NONE}     ${config.none}`, width), ...lines];
}

function namesOf(config: TickConfig, ticked: readonly string[]): string {
  return config.options
    .filter((option) => ticked.includes(option.value))
    .map((option) => option.name)
    .join("; ");
}
