import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { CLI, NODE } from "./cli.ts";

/** A real pseudo-terminal (tmux with a server of its own) with the product running in it. */
export interface Terminal {
  /** What is on the screen now. */
  screen(): Promise<string>;
  /** Keys by name (Enter, Tab, Escape, Up, C-c). */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits until the screen fulfils the condition; throws with the screen after `limitMs`. */
  until(what: string, condition: (screen: string) => boolean, limitMs: number): Promise<string>;
  /** Waits until the product's own process has ended; throws with the screen after `limitMs`. */
  ended(limitMs: number): Promise<void>;
  /** SIGKILL for the product's own process, no farewell. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Throws, loudly, where tmux is missing: without a terminal these tests prove nothing. */
export function needTmux(): void {
  try {
    execFileSync("tmux", ["-V"], { stdio: "ignore" });
  } catch {
    throw new Error("tmux is not installed: the terminal tests of the checklist cannot run (apt-get install tmux)");
  }
}

/** Is that process gone, or dead and not yet taken note of (state Z)? */
function hasEnded(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, "utf8")
      .replace(/^.*\) /u, "")
      .startsWith("Z");
  } catch {
    return true;
  }
}

let counter = 0;

export async function openTerminal(
  home: string,
  args: readonly string[],
  size = { columns: 120, rows: 50 },
  product: readonly string[] = [NODE, CLI],
  lang: "vi" | "en" = "vi",
): Promise<Terminal> {
  counter += 1;
  const socket = `qb-${process.pid}-${counter}`;
  const tmux = async (...rest: string[]): Promise<string> => (await execa("tmux", ["-L", socket, ...rest])).stdout;
  const command = ["exec", ...product, "--lang", lang, ...args]
    .map((word) => (word === "exec" ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
  const variables = [
    `QBRECOVER_HOME=${home}`,
    `NODE_COMPILE_CACHE=${home}/.cache`,
    "TZ=Asia/Ho_Chi_Minh",
    "TERM=xterm-256color",
    "LC_ALL=C.UTF-8",
  ].flatMap((each) => ["-e", each]);
  await tmux(
    "-u",
    "-f",
    "/dev/null",
    "new-session",
    "-d",
    "-x",
    String(size.columns),
    "-y",
    String(size.rows),
    "-c",
    home,
    ...variables,
    command,
    ";",
    "set-option",
    "-w",
    "remain-on-exit",
    "on",
  );
  const pid = Number((await tmux("display-message", "-p", "#{pane_pid}")).trim());
  const screen = (): Promise<string> => tmux("capture-pane", "-p");
  const until: Terminal["until"] = async (what, condition, limitMs) => {
    const end = performance.now() + limitMs;
    for (;;) {
      const shown = await screen();
      if (condition(shown)) return shown;
      if (performance.now() > end) throw new Error(`waited ${limitMs} ms for ${what}; the screen shows:\n${shown}`);
      await sleep(20);
    }
  };
  return {
    screen,
    // tmux now and then misses the end of a process in a namespace of its own: the system is asked, not the pane.
    ended: async (limitMs) => void (await until("the end", () => hasEnded(pid), limitMs)),
    press: async (...keys) => void (await tmux("send-keys", ...keys)),
    type: async (text) => void (await tmux("send-keys", "-l", text)),
    until,
    kill: async () => {
      process.kill(pid, "SIGKILL");
      await tmux("kill-server").catch(() => "");
    },
    close: async () => void (await tmux("kill-server").catch(() => "")),
  };
}

/** The prompt at the bottom of a screen: its head, question and kind; undefined while none is ready. */
export interface Prompt {
  readonly head: string;
  readonly question: string;
  readonly isList: boolean;
  readonly whole: string;
}

export function promptOn(screen: string): Prompt | undefined {
  const lines = screen.split("\n").map((line) => line.trimEnd());
  const at = lines.findLastIndex((line) => line.startsWith("? "));
  const typed = lines.findIndex((line, index) => index > at && line.startsWith(">"));
  const rest = lines.slice(typed).join(" ");
  if (at < 0 || typed < 0 || !rest.includes("Ctrl+C")) return undefined;
  return {
    head: lines[at - 1] ?? "",
    question: lines.slice(at, typed).join(" ").slice(2),
    isList: rest.includes("↑↓"),
    whole: screen,
  };
}

const GATE_MS = 20_000;

/** Goes through the electrical gate of a dry office that runs normally. Answers with the number of keys it takes. */
export async function passGate(terminal: Terminal): Promise<number> {
  let keys = 0;
  const put = async (question: string, ...pressed: string[]): Promise<void> => {
    await terminal.until(question, (shown) => promptOn(shown)?.question.includes(question) === true, GATE_MS);
    keys += pressed.length;
    await terminal.press(...pressed);
  };
  await put("Nhìn quanh trước khi vào", "0");
  await put("Mực nước cao nhất", "0", "Enter");
  await put("Cầu dao", "2", "Enter");
  await put("Nguồn điện hiện tại", "1", "Enter");
  return keys;
}
