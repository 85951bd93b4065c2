import { SKIPPED, type Question } from "./question.ts";

/** Reads what a person (or a spreadsheet) wrote as the answer to a question. */
export type Parsed =
  | { readonly ok: true; readonly value: string | number }
  | { readonly ok: false; readonly expected: "choice" | "number" | "time" | "text" };

const MAX_TEXT = 4000;

/** @param text already trimmed; a blank one is a skipped question */
export function parseAnswer(question: Question, text: string): Parsed {
  if (text === "") return { ok: true, value: SKIPPED };
  switch (question.kind) {
    case "choice": {
      const wanted = text.normalize("NFC").toLowerCase();
      const found = question.choices?.find((choice) =>
        [choice.id, choice.label.vi, choice.label.en].some((name) => name.normalize("NFC").toLowerCase() === wanted),
      );
      return found === undefined ? { ok: false, expected: "choice" } : { ok: true, value: found.id };
    }
    case "number": {
      // vi-VN writes 1.234,5; a dot before exactly three digits is a thousands separator there, nobody counts devices
      // in thousandths.
      const plain = text.replaceAll(/\s|\.(?=\d{3}(?:\D|$))/gu, "").replace(",", ".");
      const value = /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
      const [min, max] = rangeOf(question);
      return value >= min && value <= max ? { ok: true, value } : { ok: false, expected: "number" };
    }
    case "time": {
      const value = parseTime(text);
      return value === null ? { ok: false, expected: "time" } : { ok: true, value };
    }
    case "text":
      return text.length > MAX_TEXT ? { ok: false, expected: "text" } : { ok: true, value: text.normalize("NFC") };
  }
}

export function rangeOf(question: Question): readonly [min: number, max: number] {
  return [question.min ?? 0, question.max ?? 1_000_000];
}

/**
 * 24/10/2020, 24/10/2020 14:30, 24.10.2020, 2020-10-24T14:30 → ISO 8601 local time; null for anything else or a day
 * that does not exist.
 */
export function parseTime(text: string): string | null {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2})[:hg](\d{2}))?$/u.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
    text,
  );
  const [year, month, day, hour, minute] =
    vietnamese === null
      ? [iso?.[1], iso?.[2], iso?.[3], iso?.[4], iso?.[5]]
      : [vietnamese[3], vietnamese[2], vietnamese[1], vietnamese[4], vietnamese[5]];
  if (year === undefined || month === undefined || day === undefined) return null;
  const two = (part: string): string => part.padStart(2, "0");
  const date = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) return null;
  if (hour === undefined || minute === undefined) return date;
  return Number(hour) < 24 && Number(minute) < 60 ? `${date}T${two(hour)}:${minute}` : null;
}
