/** What a spreadsheet does to a text that it takes for a number. */
export type Doubt = "rounded" | "lastDigits" | "noZero";

const PHONES: ReadonlySet<string> = new Set(["contact_phone", "surveyor_phone"]);

/**
 * What may be wrong with a text that was right before a spreadsheet had it; null for nothing. The text is kept as it is:
 * what was lost can't be known.
 * @param id of the question that it answers
 */
export function doubtOf(id: string, text: string): Doubt | null {
  // 123456789012 is shown, and saved as CSV, as 1.23E+11.
  if (/^\d(?:[.,]\d+)?E\+\d+$/iu.test(text)) return "rounded";
  // Numbers have fifteen digits there; the others become zeros.
  if (/^\d{15}0+$/u.test(text)) return "lastDigits";
  // A mobile number has ten digits and begins with 03, 05, 07, 08 or 09; one of a fixed line has eleven and begins with 02.
  if (PHONES.has(id) && /^(?:[35789]\d{8}|2\d{9})$/u.test(text.replaceAll(/[\s.-]/gu, ""))) return "noZero";
  return null;
}
