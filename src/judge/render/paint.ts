import { styleText } from "node:util";
import type { VerdictStatus } from "../verdict.ts";

export type Paint = (text: string) => string;

const COLOURS = { healthy: "green", degraded: "yellow", faulty: "red", inconclusive: "magenta" } as const;

/** Colours the line of the status, where colour was asked for. */
export function statusPaint(status: VerdictStatus, colour: boolean): Paint {
  // The caller has looked at the stream already; styleText must not look again.
  return (text) => (colour ? styleText(["bold", COLOURS[status]], text, { validateStream: false }) : text);
}

export function boldPaint(colour: boolean): Paint {
  return (text) => (colour ? styleText("bold", text, { validateStream: false }) : text);
}
