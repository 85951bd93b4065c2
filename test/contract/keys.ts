import { z } from "zod";

/** A schema as JSON Schema writes it, as far as keys need it. */
const node = z.looseObject({
  get properties() {
    return z.record(z.string(), node).optional();
  },
  get items() {
    return node.optional();
  },
  get anyOf() {
    return z.array(node).optional();
  },
  get oneOf() {
    return z.array(node).optional();
  },
  required: z.array(z.string()).optional(),
  const: z.unknown().optional(),
});
type Node = z.infer<typeof node>;

/**
 * Every key that documents of this schema may have, one path each: `a.b`, `list[].c`, `?` behind what may be absent.
 * Kinds that a key tells apart carry its value: `observations[collector=dns].evidence.answers`.
 */
export function keysOf(schema: z.ZodType): string[] {
  return [...new Set(paths(node.parse(z.toJSONSchema(schema, { io: "output", reused: "inline" })), ""))].toSorted();
}

function paths(one: Node, at: string): string[] {
  const own = Object.entries(one.properties ?? {}).flatMap(([key, value]) => {
    const optional = one.required?.includes(key) === true ? "" : "?";
    const path = at === "" ? key : `${at}.${key}`;
    return [`${path}${optional}`, ...paths(value, path)];
  });
  const items = one.items === undefined ? [] : paths(one.items, `${at}[]`);
  const kinds = [...(one.anyOf ?? []), ...(one.oneOf ?? [])].flatMap((kind) => paths(kind, kindAt(kind, at)));
  return [...own, ...items, ...kinds];
}

function kindAt(kind: Node, at: string): string {
  const told = Object.entries(kind.properties ?? {}).find(([, value]) => typeof value.const === "string");
  return told === undefined ? at : at.replace(/\[\]$/u, `[${told[0]}=${String(told[1].const)}]`);
}

/** Every key of a value, as `keysOf` writes them; `skip` are paths whose inside is told elsewhere. */
export function keysIn(value: unknown, skip: readonly string[] = [], at = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each: unknown) => keysIn(each, skip, `${at}[]`)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const path = at === "" ? key : `${at}.${key}`;
    return [path, ...(skip.includes(path) ? [] : keysIn(each, skip, path))];
  });
}
