import type { Lang } from "../base/languages.ts";
import { oneLine } from "../base/terminal-safe.ts";
import { CONTACT_KINDS, type Profile } from "../profile/schema.ts";
import type { Mender } from "../text/causes/shape.ts";

type Kind = (typeof CONTACT_KINDS)[number];

/** How remedies call them. */
const NAMED: Readonly<Record<Lang, Readonly<Record<Kind, RegExp>>>> = {
  vi: { carrier: /nhà mạng/iu, centre: /trung tâm/iu, systemOwner: /đơn vị quản lý/iu, power: /điện lực/iu },
  en: { carrier: /carrier/iu, centre: /\bcentre\b/iu, systemOwner: /owner/iu, power: /electricity company/iu },
};

/**
 * Names and telephone numbers of the profile for whoever can mend something, and for those that the steps name besides.
 * Pure; made harmless for a terminal.
 * @param affects ids of the systems concerned: some numbers are for certain systems only
 */
export function contactsFor(
  profile: Profile | null,
  { mender, steps, affects }: { readonly mender: Mender; readonly steps: string; readonly affects: readonly string[] },
  lang: Lang,
): string[] {
  const wanted = CONTACT_KINDS.filter((kind) => kind === mender || NAMED[lang][kind].test(steps));
  return (profile?.contacts ?? [])
    .filter(({ for: kinds, systems }) => {
      const concerned = systems === undefined || systems.some((id) => affects.includes(id));
      return concerned && kinds.some((kind) => wanted.includes(kind));
    })
    .map(({ name, phone }) => oneLine(`${name[lang]} ${phone}`, 120));
}
