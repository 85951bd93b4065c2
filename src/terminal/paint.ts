import { Chalk } from "chalk";
import type { VerdictStatus } from "../judge/verdict.ts";

export type Paint = (text: string) => string;

const COLOURS = { healthy: "green", degraded: "yellow", faulty: "red", inconclusive: "magenta" } as const;
// The caller has looked at the stream already: sixteen colours where it said yes, which every terminal has, none where
// it said no.
const palette = (colour: boolean) => new Chalk({ level: colour ? 1 : 0 });

/** Colours the line of the status, where colour was asked for. */
export function statusPaint(status: VerdictStatus, colour: boolean): Paint {
  return (text) => palette(colour).bold[COLOURS[status]](text);
}

export function boldPaint(colour: boolean): Paint {
  return (text) => palette(colour).bold(text);
}
