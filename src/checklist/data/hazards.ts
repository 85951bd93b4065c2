import type { Label } from "../../form/question.ts";
import type { Answers } from "../../visit/schema.ts";

/** One danger on the list to tick. Several can stand for one question: the most dangerous ticked one answers it. */
interface Hazard {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly label: Label;
}

/** The list, what kills first on top. Sources: see safety-questions.ts. */
export const HAZARDS: readonly Hazard[] = [
  {
    id: "water",
    question: "s1",
    answer: "co",
    label: { vi: "Nước đọng hoặc sàn còn ướt", en: "Standing water or a wet floor" },
  },
  {
    id: "panel",
    question: "s3",
    answer: "bang_dien",
    label: { vi: "Bảng điện, aptomat đã ngập hoặc ướt", en: "Panel or breakers were under water or are wet" },
  },
  {
    id: "sockets",
    question: "s3",
    answer: "o_cam",
    label: { vi: "Ổ cắm đã ngập", en: "Sockets were under water" },
  },
  {
    id: "burnt",
    question: "s5",
    answer: "co",
    label: { vi: "Mùi khét, tiếng kêu, ổ cắm nóng hoặc đen", en: "Burnt smell, noise, hot or blackened sockets" },
  },
  {
    id: "wires",
    question: "s18",
    answer: "co",
    label: {
      vi: "Dây điện đứt, võng, chạm nước hoặc mái tôn",
      en: "Wires torn, sagging, touching water or a metal roof",
    },
  },
  {
    id: "structure",
    question: "s14",
    answer: "co",
    label: {
      vi: "Tường nứt, trần võng, nền sụt, mái hỏng",
      en: "Cracked walls, sagging ceiling, sunken floor, broken roof",
    },
  },
  {
    id: "gas",
    question: "s15",
    answer: "co",
    label: { vi: "Mùi gas, xăng dầu, hóa chất", en: "Smell of gas, fuel or chemicals" },
  },
  {
    id: "ups",
    question: "s12",
    answer: "co",
    label: {
      vi: "UPS còn kêu, còn cấp điện dù đã cắt điện",
      en: "A UPS still beeps or feeds although the power is cut",
    },
  },
  {
    id: "solar",
    question: "s11",
    answer: "co",
    label: { vi: "Điện mặt trời trên mái, bộ pin lưu trữ", en: "Solar panels on the roof, storage battery" },
  },
  {
    id: "neighbour",
    question: "s13",
    answer: "co",
    label: { vi: "Máy phát đang chạy ở nhà bên", en: "Generator running next door" },
  },
  {
    id: "sewage",
    question: "s16",
    answer: "co",
    label: { vi: "Nước thải, bùn bẩn, xác súc vật (dịch bệnh)", en: "Sewage, foul mud, dead animals (disease)" },
  },
  {
    id: "animals",
    question: "s17",
    answer: "co",
    label: { vi: "Rắn, rết, ong, chó lạ", en: "Snakes, centipedes, bees, stray dogs" },
  },
];

/** Last entry of the list: what is not ticked is not known then, instead of "no". */
export const NOT_ALL_SEEN: { readonly id: string; readonly label: Label } = {
  id: "not_all_seen",
  label: {
    vi: "Chưa xem được hết: mục không đánh dấu là chưa rõ",
    en: "Not all looked at: what is not ticked is not known",
  },
};

/** Answers of all questions of the list, from what was ticked. */
export function answersOfHazards(ticked: readonly string[]): Answers {
  const isSeen = !ticked.includes(NOT_ALL_SEEN.id);
  const answers: Answers = {};
  for (const { id, question, answer } of HAZARDS) {
    // The list begins with the worst: a panel under water is told before the sockets.
    const isAnswered =
      answers[question] !== undefined && answers[question] !== "khong" && answers[question] !== "khong_ro";
    if (isAnswered) continue;
    // "Not known" is no answer to the question about smells; it counts as skipped.
    answers[question] = ticked.includes(id) ? answer : isSeen ? "khong" : question === "s5" ? "" : "khong_ro";
  }
  return answers;
}

/** What would be ticked for these answers. */
export function hazardsOfAnswers(answers: Answers): string[] {
  const ticked = HAZARDS.filter(({ question, answer }) => answers[question] === answer).map(({ id }) => id);
  const unknown = HAZARDS.some(({ question }) => answers[question] === "khong_ro" || answers[question] === "");
  return unknown ? [...ticked, NOT_ALL_SEEN.id] : ticked;
}
