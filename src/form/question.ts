import { z } from "zod";

/**
 * Questions as data. One shape for survey, safety gate and devices, so that one engine, one importer and one set of
 * labels serve all three.
 */

/** A text in both languages; what is data carries its own texts, because questions are added as a whole. */
const label = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Label = z.infer<typeof label>;

const choice = z.strictObject({ id: z.string().regex(/^[a-z0-9_]+$/u), label });
export type Choice = z.infer<typeof choice>;

/** True when the answer to `question` is one of `in`, or none of `notIn`. An unanswered question fulfils neither. */
const condition = z.strictObject({
  question: z.string(),
  in: z.array(z.string()).optional(),
  notIn: z.array(z.string()).optional(),
});
export type Condition = z.infer<typeof condition>;

const question = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/u),
  kind: z.enum(["choice", "number", "text", "time"]),
  label,
  /** One line that helps to answer. */
  hint: label.optional(),
  choices: z.array(choice).min(2).max(12).optional(),
  /** Asked only when all of these hold. */
  when: z.array(condition).optional(),
  /** Asked only when the site's safety gate is passed: it needs power. */
  needsPower: z.boolean().optional(),
  /** May be left blank without being a gap: never counts as "not known". */
  optional: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
});
export type Question = z.infer<typeof question>;

export const form = z.array(question).superRefine((questions, context) => {
  const seen = new Map<string, Question>();
  for (const [index, each] of questions.entries()) {
    const fail = (message: string): void => context.addIssue({ code: "custom", path: [index, each.id], message });
    if (seen.has(each.id)) fail("id twice");
    if ((each.kind === "choice") !== (each.choices !== undefined))
      fail("choices belong to kind choice, and to it alone");
    const ids = each.choices?.map((one) => one.id) ?? [];
    if (new Set(ids).size !== ids.length) fail("answer id twice");
    for (const { question: asked, in: yes, notIn } of each.when ?? []) {
      const earlier = seen.get(asked);
      if (earlier === undefined) fail(`condition on ${asked}, which is not asked before`);
      for (const value of [...(yes ?? []), ...(notIn ?? [])])
        if (earlier?.choices !== undefined && !earlier.choices.some((one) => one.id === value))
          fail(`condition on ${asked}=${value}, which is no answer`);
    }
    seen.set(each.id, each);
  }
});

/** Stored for a question that was put and skipped: it is not put again, and counts as not known. */
export const SKIPPED = "";

/** Answers that say "nobody knows". A skipped question is one of them; an absent one was not put yet. */
const UNKNOWN_ANSWERS: readonly string[] = ["unknown", "khong_ro", SKIPPED];

/** Is this answer absent, skipped, or "not known"? */
export function isUnknown(answer: unknown): boolean {
  return answer === undefined || (typeof answer === "string" && UNKNOWN_ANSWERS.includes(answer));
}
