import { Chalk } from "chalk";
import { terminalSafe } from "../base/terminal-safe.ts";
import type { VerdictStatus } from "../judge/verdict.ts";
import { sgr } from "./door.ts";

export type Paint = (text: string) => string;

const COLOURS = { healthy: "green", degraded: "yellow", faulty: "red", inconclusive: "magenta" } as const;
// The caller has looked at the stream already: sixteen colours where it said yes, which every terminal has, none where
// it said no.
const palette = (colour: boolean) => new Chalk({ level: colour ? 1 : 0 });

/** Colours the line of the status, where colour was asked for. */
export function statusPaint(status: VerdictStatus, colour: boolean): Paint {
  return (text) => forDoor(palette(colour).bold[COLOURS[status]](terminalSafe(text)));
}

export function boldPaint(colour: boolean): Paint {
  return (text) => forDoor(palette(colour).bold(terminalSafe(text)));
}

/** What is left of control sequences are the palette's own: they get the mark that the door lets through. */
function forDoor(painted: string): string {
  // oxlint-disable-next-line no-control-regex -- matching control characters is the purpose
  return painted.replaceAll(/\u001b\[(\d+)m/gu, (_all, code: string) => sgr(Number(code)));
}
