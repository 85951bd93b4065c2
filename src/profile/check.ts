import type { z } from "zod";
import { dropUnfilled, fillPlaceholders } from "./placeholders.ts";
import { isRecord, valueAt, type Expectation, type Mistake, type Path } from "./mistake.ts";
import { profileSchema, type Profile } from "./schema.ts";

/**
 * Without code made for the schema at run time: that pays after some hundred profiles, and costs ten milliseconds for
 * one.
 */
const ONCE = { jitless: true } as const;

export type Checked =
  /** `unfilled`: variables without a value that an enabled system would need. */
  | { readonly ok: true; readonly profile: Profile; readonly unfilled: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Checks a raw profile, whatever it holds, and finds every mistake at once. Pure.
 * @param given values of variables that win over those of the file
 */
export function checkProfile(source: unknown, given: Readonly<Record<string, string>>): Checked {
  const filled = fillPlaceholders(source, given);
  const parsed = profileSchema.safeParse(filled.raw, ONCE);
  // zod leaves its cross checks out while the shape is wrong; ours run always, so that its own are not wanted.
  const shape = (parsed.error?.issues ?? [])
    .filter((issue) => issue.code !== "custom")
    .flatMap((issue) => mistakesOf(issue));
  const mistakes = [...filled.mistakes, ...shape, ...crossChecks(filled.raw)];
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes: mistakes.toSorted(byPlace(source)) };
  const wanted = filled.unfilled.filter(({ system }) => {
    const { enabled = false, notTestable } = parsed.data.systems[system] ?? {};
    return enabled && notTestable === undefined;
  });
  return {
    ok: true,
    profile: dropUnfilled(parsed.data, filled),
    unfilled: [...new Set(wanted.map((one) => one.variable))],
  };
}

function crossChecks(raw: unknown): Mistake[] {
  const systems = valueAt(raw, ["systems"]);
  if (!Array.isArray(systems)) return [];
  const ids = systems.map((system: unknown) => (isRecord(system) ? system["id"] : undefined));
  const mistakes: Mistake[] = [];
  systems.forEach((system: unknown, index) => {
    if (ids[index] !== undefined && ids.indexOf(ids[index]) < index)
      mistakes.push({ path: ["systems", index, "id"], expected: { kind: "unique" } });
    const next = isRecord(system) ? system["supersededBy"] : undefined;
    if (typeof next === "string" && !ids.includes(next))
      mistakes.push({ path: ["systems", index, "supersededBy"], expected: { kind: "reference" } });
  });
  const contacts = valueAt(raw, ["contacts"]);
  (Array.isArray(contacts) ? contacts : []).forEach((contact: unknown, index) => {
    const about = isRecord(contact) ? contact["systems"] : undefined;
    (Array.isArray(about) ? about : []).forEach((id: unknown, at) => {
      if (typeof id === "string" && !ids.includes(id))
        mistakes.push({ path: ["contacts", index, "systems", at], expected: { kind: "reference" } });
    });
  });
  return mistakes;
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  const path: Path = issue.path.filter((part) => typeof part !== "symbol");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], expected: { kind: "unknownKey", known: [] } }));
  return [{ path, expected: expectationOf(issue, path) }];
}

/** Places whose meaning says more than the type that is missing there. */
const BY_NAME: Readonly<Record<string, Expectation>> = {
  host: { kind: "host" },
  knownName: { kind: "host" },
  redirectTo: { kind: "hosts" },
  port: { kind: "port" },
  address: { kind: "address" },
  id: { kind: "id" },
  supersededBy: { kind: "id" },
  version: { kind: "version" },
  issuedOn: { kind: "date" },
  validUntil: { kind: "date" },
  lastVerified: { kind: "date" },
  province: { kind: "province" },
  phone: { kind: "phone" },
  path: { kind: "urlPath" },
};

function expectationOf(issue: z.core.$ZodIssue, path: Path): Expectation {
  const inRedirects = path.at(-2) === "redirectTo";
  const named = inRedirects ? BY_NAME["host"] : BY_NAME[String(path.at(-1))];
  if (named !== undefined) return named;
  switch (issue.code) {
    case "invalid_type":
      return { kind: "type", type: issue.expected };
    case "invalid_value":
      return { kind: "choice", values: issue.values.map(String) };
    case "too_small":
    case "too_big": {
      const of = issue.origin === "string" ? "text" : issue.origin === "array" ? "list" : "number";
      return {
        kind: "length",
        of,
        least: issue.code === "too_small" ? Number(issue.minimum) : null,
        most: issue.code === "too_big" ? Number(issue.maximum) : null,
      };
    }
    default:
      return { kind: "other", detail: issue.message };
  }
}

/** In the order of the file: top-level keys as the file has them, missing ones last, list items by number. */
function byPlace(source: unknown): (a: Mistake, b: Mistake) => number {
  const order = isRecord(source) ? Object.keys(source) : [];
  const rank = (mistake: Mistake): number => {
    const at = order.indexOf(String(mistake.path[0] ?? ""));
    return at < 0 ? order.length : at;
  };
  const number = (mistake: Mistake, at: number): number => {
    const part = mistake.path[at];
    return typeof part === "number" ? part : -1;
  };
  return (a, b) => rank(a) - rank(b) || number(a, 1) - number(b, 1) || number(a, 3) - number(b, 3);
}
