import type { Row } from "../../form/build.ts";
import type { Site } from "../../visit/schema.ts";

/** What kind of building a site is. */
export const SITE_TYPES: readonly (Row & readonly [Site["type"], string, string])[] = [
  ["ubnd", "Trụ sở UBND", "People's committee office"],
  ["ttphvhcc", "Trung tâm Phục vụ hành chính công", "Administrative service centre"],
  ["truong_mn", "Trường mầm non", "Kindergarten"],
  ["truong_th", "Trường tiểu học", "Primary school"],
  ["truong_thcs", "Trường trung học cơ sở", "Lower secondary school"],
  ["khac", "Khác", "Other"],
];
