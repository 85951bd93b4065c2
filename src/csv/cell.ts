import { terminalSafe } from "../base/terminal-safe.ts";

/**
 * First characters that make a spreadsheet run a cell as a formula (OWASP, CSV injection), after any white space
 * and in their full-width forms too, which some spreadsheets take for the same.
 */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
// A cell that begins with a tab or carriage return is taken for a formula by some readers whatever follows.
const LEADING_CONTROL = /^[\t\r]/u;
/**
 * Latin and Vietnamese letters, composed, and common punctuation, that begin harmlessly: most cells; nothing is to be
 * done for them.
 */
const PLAIN = /^(?:[0-9A-Za-z#$%&(\u00c0-\u024f\u1ea0-\u1ef9][ -~\u00a1-\u024f\u1ea0-\u1ef9\u2010-\u2027]*)?$/u;

/**
 * Text made fit for a cell: composed Unicode (NFC), no control characters, line ends as LF,
 * and a leading apostrophe where a spreadsheet would run it as a formula.
 */
export function safeText(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = terminalSafe(text.replaceAll(/\r\n?/gu, "\n")).normalize("NFC");
  return FORMULA.test(clean) || LEADING_CONTROL.test(clean) ? `'${clean}` : clean;
}

/**
 * True for text that a spreadsheet would turn into a number or a date: only digits and the signs of numbers and dates.
 */
export function looksNumeric(text: string): boolean {
  return /^[\d.,/:+\-eE ]*\d[\d.,/:+\-eE ]*$/u.test(text);
}
