import type { Answers } from "../../visit/schema.ts";
import { deviceQuestions } from "../data/catalogue.ts";
import type { DeviceType } from "../data/device-types.ts";
import { againstDepth } from "./depth.ts";

/** Two answers that cannot both be true. The worse one counts until somebody asked again: they are never averaged. */
export interface Contradiction {
  /** Advice that names it (data/advice.ts). */
  readonly advice: string;
  readonly questions: readonly [one: string, other: string];
}

/** Why such answers count as the worse of the two. */
export const CONTRADICTION_RULE = {
  id: "ask.again",
  reason: {
    vi: "Hai câu trả lời không thể cùng đúng: lấy câu xấu hơn cho tới khi xem lại",
    en: "Two answers cannot both be true: the worse one counts until somebody looks again",
  },
  source: "practice",
} as const;

const BY_DEPTH: Readonly<Record<string, string>> = {
  psu_wet: "ask_psu",
  disk_height: "ask_disk",
  battery: "ask_battery",
};

/** Key of the answers under which a person's "both are right" is kept, as ids of advice. */
export const CONFIRMED = "confirmed";

/** Contradictions within the answers of one device, and between them and the site's highest water. */
export function contradictionsOf(type: DeviceType, answers: Answers, safety: Answers): Contradiction[] {
  const asked = deviceQuestions(type).map((question) => question.id);
  const has = (id: string, ...values: string[]): boolean => asked.includes(id) && values.includes(String(answers[id]));
  const found: Contradiction[] = againstDepth(answers, asked).map((id) => ({
    advice: BY_DEPTH[id] ?? "ask_part",
    questions: ["water", id],
  }));
  if (has("cleaned", "yes") && has("mud", "heavy")) found.push({ advice: "ask_mud", questions: ["mud", "cleaned"] });
  if (has("token_lost", "co") && has("works_now", "ok", "partial"))
    found.push({ advice: "ask_token", questions: ["works_now", "token_lost"] });
  const [total, alive] = [answers["ports_total"], answers["ports_ok"]];
  if (asked.includes("ports_ok") && typeof total === "number" && typeof alive === "number" && alive > total)
    found.push({ advice: "ask_ports", questions: ["ports_total", "ports_ok"] });
  if (safety["s8_peak_cm"] === 0 && has("water", "below_board", "board", "full"))
    found.push({ advice: "ask_depth", questions: ["water", "water"] });
  return found;
}

/** Those that nobody confirmed yet: they are still to be asked about. */
export function openContradictions(type: DeviceType, answers: Answers, safety: Answers): Contradiction[] {
  const confirmed = answers[CONFIRMED];
  const known = Array.isArray(confirmed) ? confirmed : [];
  return contradictionsOf(type, answers, safety).filter((each) => !known.includes(each.advice));
}
