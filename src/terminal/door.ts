import { randomInt } from "node:crypto";
import { terminalSafe } from "../base/terminal-safe.ts";

/**
 * The one door to the terminal: whatever a profile, a server, a file or a recorded visit holds, no control character
 * and no sign that turns the direction of writing comes through. Our own colours do: they carry a mark that nobody
 * outside this process knows.
 */
const MARK = [0, 0, 0].map(() => randomInt(1000, 10_000)).join(";");
// A control sequence of four numbers, so that whatever measures text takes it for what it is: no width at all.
const OURS = new RegExp(`\\u001b\\[${MARK};([0-9;]+)m`, "gu");

/** A colour or weight (the number of SGR, ECMA-48 8.3.117) as text that the door lets through. */
export function sgr(code: number): string {
  return `\u001b[${MARK};${code}m`;
}

/** Text as it may be written to a terminal. */
export function throughDoor(text: string): string {
  if (!text.includes(MARK)) return lines(text);
  return text
    .split(OURS)
    .map((part, at) => (at % 2 === 0 ? lines(part) : `\u001b[${part}m`))
    .join("");
}

/** CSV ends its lines with two signs (RFC 4180). */
function lines(text: string): string {
  return text.includes("\r") ? text.split("\r\n").map(terminalSafe).join("\r\n") : terminalSafe(text);
}
