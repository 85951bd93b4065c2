/**
 * Profiles that come with the product, as data in the same form as files from outside. Each is loaded when it is asked
 * for.
 */
const FILES: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  "quang-tri-2025": () => import("./quang-tri-2025.json", { with: { type: "json" } }),
  "quang-binh-2020": () => import("./quang-binh-2020.json", { with: { type: "json" } }),
  practice: () => import("./practice.json", { with: { type: "json" } }),
  "mau-tinh": () => import("./mau-tinh.json", { with: { type: "json" } }),
};

export const BUILTIN_IDS: readonly string[] = Object.keys(FILES);
/** Filled in with the addresses of a practice office at its start. */
export const PRACTICE_ID = "practice";
/** To be filled in by a provincial centre; tests only the national systems until then. */
export const TEMPLATE_ID = "mau-tinh";

/** The raw data of a built-in profile, or undefined where there is none of that id. */
export async function builtinSource(id: string): Promise<unknown> {
  const load = Object.hasOwn(FILES, id) ? FILES[id] : undefined;
  return load === undefined ? undefined : (await load()).default;
}
