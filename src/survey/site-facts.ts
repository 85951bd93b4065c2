import type { Evidence } from "../evidence/schema.ts";
import type { Answers } from "../visit/schema.ts";

/** What the survey told about the line, for the judge: never more than was answered. */
export function siteFacts(survey: Answers): Evidence["site"] {
  const internet = survey["internet"];
  const line = survey["line_type"];
  return {
    satellite: typeof line !== "string" || line === "" || line === "khong_ro" ? "unknown" : line === "ve_tinh",
    // A place that never had a fixed line has not lost one (Tân Trạch and Thượng Trạch, 2019).
    hadInternet:
      typeof internet !== "string" || internet === "" || internet === "khong_ro"
        ? "unknown"
        : internet !== "chua_tung_co",
  };
}
