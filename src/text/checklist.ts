import { bilingual } from "./bilingual.ts";

/** Texts of the checklist on the screen. Questions, answers and rules carry their own (src/checklist/data, src/survey/data). */
export const checklist = bilingual({
  vi: {
    skipped: "(bỏ qua)",
  },
  en: {
    skipped: "(skipped)",
  },
});
