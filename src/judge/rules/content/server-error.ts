import { unique } from "../../facts/observed.ts";
import { downTargets } from "../help.ts";
import type { Rule } from "../rule.ts";

/** An answer that says "error": the line is fine. */
export const serverError: Rule = {
  cause: "SERVER_ERROR",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ open }) {
    const hurt = open.filter((one) => one.stage === "content" && (one.best?.seen.http?.status ?? 0) >= 400);
    const statuses = unique(hurt.map((one) => String(one.best?.seen.http?.status ?? "")));
    return hurt.length === 0 ? null : downTargets(hurt, { params: { statuses } });
  },
};
