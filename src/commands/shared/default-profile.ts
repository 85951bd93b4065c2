/** What is tested where nobody names a profile: the systems in use today. */
export const DEFAULT_PROFILE = "quang-tri-2025";
