import * as z from "zod/mini";
import { hostSchema, type Profile } from "./schema.ts";
import { isRecord, type Mistake } from "./mistake.ts";

/**
 * `variables` of a profile file: name -> host, or null while nobody has filled it in. `{name}` in an endpoint's host
 * stands for it, so that one line serves the 78 communes of a province. Variables are a matter of the file: what is
 * tested and recorded has none left.
 */
export const variablesSchema = z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/u)), z.nullable(hostSchema));

/** `{name}` within a host. */
const PLACEHOLDER = /\{([a-z][a-z0-9_]{0,39})\}/gu;
/** Stands in for an unfilled host until the profile has been checked; `.invalid` exists nowhere (RFC 6761 6.4). */
const UNFILLED_HOST = "unfilled.invalid";

export interface Filled {
  /** The raw profile without `variables` and `$schema`, placeholders replaced. */
  readonly raw: unknown;
  readonly mistakes: readonly Mistake[];
  /** Endpoints whose variable has no value yet. */
  readonly unfilled: readonly { readonly system: number; readonly endpoint: number; readonly variable: string }[];
  /** Systems of which an endpoint's variables all have one. */
  readonly filled: readonly number[];
}

/**
 * Replaces the placeholders of a raw profile. Pure; takes anything.
 * @param given values that win over those of the file
 */
export function fillPlaceholders(source: unknown, given: Readonly<Record<string, string>>): Filled {
  if (!isRecord(source)) return { raw: source, mistakes: [], unfilled: [], filled: [] };
  const { variables: own, $schema: _editorHint, ...rest } = source;
  const parsed = variablesSchema.safeParse(own ?? {});
  const mistakes: Mistake[] = (parsed.error?.issues ?? []).map((issue) => ({
    path: ["variables", ...issue.path.filter((part) => typeof part !== "symbol")],
    expected: { kind: "host" },
  }));
  const values: Readonly<Record<string, string | null>> = { ...parsed.data, ...given };
  // A listed variable with a wrong value is one mistake, not one more for each use of it.
  const listed = new Set(isRecord(own) ? Object.keys(own) : []);
  const unfilled: { system: number; endpoint: number; variable: string }[] = [];
  const complete = new Set<number>();

  const fillHost = (host: string, system: number, endpoint: number): string => {
    let missing = false;
    const filled = host.replace(PLACEHOLDER, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) {
        if (!listed.has(name))
          mistakes.push({
            path: ["systems", system, "endpoints", endpoint, "host"],
            expected: { kind: "variable", name },
          });
        missing = true;
      } else if (value === null) {
        unfilled.push({ system, endpoint, variable: name });
        missing = true;
      }
      return value ?? whole;
    });
    if (!missing && filled !== host) complete.add(system);
    return missing ? UNFILLED_HOST : filled;
  };
  const fillEndpoint = (value: unknown, system: number, endpoint: number): unknown =>
    isRecord(value) && typeof value["host"] === "string"
      ? { ...value, host: fillHost(value["host"], system, endpoint) }
      : value;
  const fillSystem = (value: unknown, system: number): unknown => {
    if (!isRecord(value) || !Array.isArray(value["endpoints"])) return value;
    return {
      ...value,
      endpoints: value["endpoints"].map((endpoint: unknown, index) => fillEndpoint(endpoint, system, index)),
    };
  };
  const systems: unknown = rest["systems"];
  const raw = Array.isArray(systems) ? { ...rest, systems: systems.map(fillSystem) } : rest;
  return { raw, mistakes, unfilled, filled: [...complete] };
}

/**
 * Takes the endpoints out that nobody has filled in; a system that has none left is not probed. One that people are
 * asked about instead (`notTestable`) is tested as soon as one of its variables has a value.
 */
export function dropUnfilled(profile: Profile, { unfilled, filled }: Pick<Filled, "unfilled" | "filled">): Profile {
  if (unfilled.length === 0 && filled.length === 0) return profile;
  const gone = new Set(unfilled.map((one) => `${one.system}/${one.endpoint}`));
  const systems = profile.systems.map((system, at) => {
    const endpoints = system.endpoints.filter((_endpoint, index) => !gone.has(`${at}/${index}`));
    const enabled = system.enabled && (endpoints.length > 0 || system.endpoints.length === 0);
    const { notTestable, ...rest } = system;
    const asked = notTestable === undefined || filled.includes(at) ? {} : { notTestable };
    return { ...rest, ...asked, endpoints, enabled };
  });
  return { ...profile, systems };
}
