import type { Lang } from "./languages.ts";

/**
 * Language of the screen: `--lang` first, then the system's own locale; Vietnamese where it says nothing (design,
 * section 6).
 * @param option value of --lang, already checked
 * @param env environment (POSIX: LC_ALL before LC_MESSAGES before LANG)
 * @param systemLocale BCP 47 tag of the operating system's user interface, as Intl reports it on Windows
 */
export function chooseLang(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  systemLocale: () => string,
): Lang {
  if (option === "vi" || option === "en") return option;
  const posix = [env["QBRECOVER_LANG"], env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  const told = posix ?? (platform === "win32" || platform === "darwin" ? systemLocale() : "");
  return /^en\b|^en[_-]/iu.test(told) ? "en" : "vi";
}
