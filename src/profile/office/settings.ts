import { UserError } from "../../base/exit.ts";
import type { Lang } from "../../base/languages.ts";
import { oneLine } from "../../base/terminal-safe.ts";
import { meant } from "../../text/meant.ts";
import { profile as texts } from "../../text/profile.ts";
import { checkProfile } from "../check.ts";
import type { LoadedProfile } from "../load.ts";
import { isRecord } from "../mistake.ts";
import { hostSchema, type Endpoint, type System } from "../schema.ts";
import { officeAddress } from "./address.ts";
import type { OfficeUse, Provided } from "./use.ts";
import { isPage } from "../protocols.ts";

/** Stands for an address where the office does not use a system. */
export const NOT_USED = "none";

/** `NAME=VALUE` as somebody typed or kept it: a system's address, `none`, nothing (asked anew), or a variable's host. */
export type Settings = Readonly<Record<string, string>>;

export interface ReadSettings {
  readonly use: OfficeUse;
  /** Ids of systems whose earlier address is not wanted any more. */
  readonly cleared: readonly string[];
}

/** @throws UserError (64) for a pair without `=` */
export function settingsFrom(pairs: readonly string[], lang: Lang): Settings {
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf("=");
      if (at <= 0) throw new UserError(texts[lang].setPair(oneLine(pair, 80)));
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

/**
 * What settings mean for a profile.
 * @throws UserError (64) that names the setting, what was expected and what was found
 */
export function readSettings(settings: Settings, loaded: LoadedProfile, lang: Lang): ReadSettings {
  const words = texts[lang];
  const names = namesOf(loaded);
  const variables: Record<string, string> = {};
  const provided: Provided[] = [];
  const notUsed: string[] = [];
  const cleared: string[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const shown = oneLine(value, 100);
    const system = loaded.profile.systems.find((one) => one.id === name && names.systems.includes(name));
    if (names.variables.includes(name)) {
      if (!hostSchema.safeParse(value).success) throw new UserError(words.setHost(name, shown));
      variables[name] = value;
    } else if (system === undefined) {
      const all = [...names.systems, ...names.variables];
      throw new UserError(`${words.setName(oneLine(name, 60), all.join(", "))}${meant(name, all, lang)}`);
    } else if (value === "") cleared.push(name);
    else if (value === NOT_USED) notUsed.push(name);
    else {
      const address = officeAddress(value);
      if (!address.ok) throw new UserError(`${words.setAddress(name, shown)} ${addressProblem(address.problem, lang)}`);
      provided.push({ system: name, endpoints: withOthers(system, address.endpoint) });
    }
  }
  const named = provided.map((one) => one.system);
  const filled = filledBy(loaded, variables).filter((one) => !named.includes(one.system));
  return { use: { notUsed, provided: [...provided, ...filled] }, cleared };
}

/** Names that a setting may have: systems that are not retired, and the variables of the profile's file. */
export function namesOf({ profile, source }: LoadedProfile): {
  readonly systems: readonly string[];
  readonly variables: readonly string[];
} {
  const own: unknown = isRecord(source) ? source["variables"] : undefined;
  return {
    systems: profile.systems.filter((one) => one.status !== "retired").map((one) => one.id),
    variables: isRecord(own) ? Object.keys(own) : [],
  };
}

/** The page that an office opens takes the place of the profile's pages; ports of another kind stay to be tested. */
export function withOthers(system: System, endpoint: Endpoint): Endpoint[] {
  const isWeb = (one: Endpoint): boolean => isPage(one.protocol);
  const kept = system.enabled ? system.endpoints.filter((one) => isWeb(one) !== isWeb(endpoint)) : [];
  return [endpoint, ...kept];
}

/** Systems whose addresses come about by filling in variables. */
function filledBy({ source, profile }: LoadedProfile, variables: Settings): Provided[] {
  if (Object.keys(variables).length === 0) return [];
  const checked = checkProfile(source, variables);
  if (!checked.ok) return [];
  return checked.profile.systems.flatMap((system, at) =>
    JSON.stringify(system.endpoints) === JSON.stringify(profile.systems[at]?.endpoints)
      ? []
      : [{ system: system.id, endpoints: system.endpoints }],
  );
}

const PROBLEMS = {
  scheme: "addressScheme",
  host: "addressHost",
  port: "addressPort",
  loopback: "addressOwn",
} as const;

/** What is wrong with an address, in a sentence. */
export function addressProblem(problem: keyof typeof PROBLEMS, lang: Lang): string {
  return texts[lang][PROBLEMS[problem]];
}
