import { bilingual } from "./languages.ts";

/** What is said of an option's value that cannot be used. Here, since options are read below the layer of texts. */
export const optionMistakes = bilingual({
  vi: {
    badChoice: (option: string, expected: string, found: string) =>
      `${option}: cần một trong ${expected}; nhận được "${found}"`,
    badNumber: (option: string, expected: string, found: string) => `${option}: cần ${expected}; nhận được "${found}"`,
  },
  en: {
    badChoice: (option, expected, found) => `${option}: expected one of ${expected}; found "${found}"`,
    badNumber: (option, expected, found) => `${option}: expected ${expected}; found "${found}"`,
  },
});
