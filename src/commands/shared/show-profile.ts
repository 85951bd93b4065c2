import { shownTime } from "../../base/shown-time.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { TEMPLATE_ID } from "../../profile/builtin/index.ts";
import type { LoadedProfile } from "../../profile/load.ts";
import { placeOf } from "../../profile/protocols.ts";
import type { System } from "../../profile/schema.ts";
import { isPast } from "../../profile/warnings.ts";
import { profile as texts } from "../../text/profile.ts";
import type { Lang } from "../../base/languages.ts";
import { renderTable, type Column } from "../../terminal/table.ts";

const listColumns = (lang: Lang): readonly Column[] => {
  const words = texts[lang];
  return [
    { title: words.colId },
    { title: words.colVersion },
    { title: words.colOrigin },
    { title: words.colValid },
    { title: words.colName, fit: "wrap" },
  ];
};
export const LIST_COLUMNS: Readonly<Record<Lang, readonly Column[]>> = { vi: listColumns("vi"), en: listColumns("en") };

/** One line of `profile list`. */
export function profileRow({ profile, origin }: LoadedProfile, nowMs: number, lang: Lang): readonly string[] {
  const words = texts[lang];
  const valid =
    profile.validUntil === null
      ? words.noLimit
      : dayText(profile.validUntil) + (isPast(profile.validUntil, nowMs) ? ` ${words.past}` : "");
  return [profile.id, profile.version, originOf(profile.id, origin, lang), valid, profile.name[lang]];
}

/** A whole profile for people: header, controls, systems with what is checked and what to ask instead. */
export function showProfile(loaded: LoadedProfile, width: number, lang: Lang): string {
  const { profile, hash, origin } = loaded;
  const words = texts[lang];
  const header = [
    `${profile.id} ${profile.version} (${originOf(profile.id, origin, lang)}): ${profile.name[lang]}`,
    words.issued(profile.issuedBy, dayText(profile.issuedOn)),
    words.validity(profile.validUntil === null ? words.noLimit : dayText(profile.validUntil)),
    words.units(profile.unitList),
    words.hash(hash),
  ];
  const { resolvers, ipTargets, httpProbe, stun } = profile.controls;
  const controls = [
    ...[...resolvers, ...ipTargets].map((one) => `  ${one.address}:${one.port}  ${one.label}`),
    `  http://${httpProbe.host}:${httpProbe.port}${httpProbe.path}`,
    ...(stun ?? []).map((one) => `  stun ${one.host}:${one.port}`),
  ];
  const columns: Column[] = [
    { title: words.colSystem },
    { title: words.colCheck },
    { title: words.colName, fit: "wrap" },
    { title: words.colTarget },
  ];
  const table = renderTable(
    columns,
    profile.systems.flatMap((system) => systemRows(system, lang)),
    { width },
  );
  const asks = profile.systems.flatMap((system) => remarks(system, lang).map((text) => `  ${system.id}: ${text}`));
  const contacts = (profile.contacts ?? []).map((one) => `  ${one.name[lang]}: ${one.phone}`);
  const reached = contacts.length === 0 ? [] : ["", words.contacts, ...contacts];
  const before = [...header, "", words.controls, ...controls, ...reached, "", words.systems].map(line).join("\n");
  return `${before}\n${table}\n${asks.map(line).join("\n")}\n`;
}

function dayText(iso: string): string {
  return shownTime(iso, false) ?? iso;
}

/** A text of a profile may hold lines; on the screen it is one. */
function line(text: string): string {
  const indent = /^ */u.exec(text)?.[0] ?? "";
  return indent + oneLine(text, 2000);
}

function systemRows(system: System, lang: Lang): readonly string[][] {
  const targets = system.endpoints.map((endpoint) => `${endpoint.protocol} ${placeOf(endpoint)}`);
  const first = [system.id, checkWord(system, lang), system.name[lang], targets[0] ?? "–"];
  return [first, ...targets.slice(1).map((target) => ["", "", "", target])];
}

function checkWord(system: System, lang: Lang): string {
  const words = texts[lang];
  if (system.notTestable !== undefined) return words.checkAsk;
  if (system.status === "retired") return words.checkRetired;
  if (system.enabled && system.endpoints.length > 0) return words.checkYes;
  return system.status === "unverified" ? words.checkUnverified : words.checkNo;
}

function remarks(system: System, lang: Lang): string[] {
  const words = texts[lang];
  return [
    ...(system.notTestable === undefined ? [] : [words.byPeople(system.notTestable.ask[lang])]),
    ...(system.supersededBy === undefined ? [] : [words.replacedBy(system.supersededBy)]),
    ...(system.note === undefined ? [] : [system.note[lang]]),
  ];
}

function originOf(id: string, origin: LoadedProfile["origin"], lang: Lang): string {
  const words = texts[lang];
  if (origin === "builtin") return id === TEMPLATE_ID ? words.originTemplate : words.originBuiltin;
  return origin === "added" ? words.originAdded : words.originFile;
}
