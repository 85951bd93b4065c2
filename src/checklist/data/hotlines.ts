/**
 * Whom to call, as known on 2026-11-21. Power: EVNCPC, the central region's company (also named by EVN's advice of
 * 10/2025); fire and rescue; emergency medicine.
 */
export const HOTLINES = { power: "1900 1909", rescue: "114", medical: "115" } as const;
