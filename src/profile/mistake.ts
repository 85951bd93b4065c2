/** Where in a profile something is wrong. */
export type Path = readonly (string | number)[];

/** What a profile should hold at a place; the words are in src/text/profile.ts. */
export type Expectation =
  | {
      readonly kind:
        | "host"
        | "port"
        | "address"
        | "id"
        | "version"
        | "date"
        | "province"
        | "phone"
        | "urlPath"
        | "reference"
        | "unique"
        | "hosts";
    }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "unknownKey"; readonly known: readonly string[] }
  | { readonly kind: "type"; readonly type: string }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | {
      readonly kind: "length";
      readonly of: "text" | "list" | "number";
      readonly least: number | null;
      readonly most: number | null;
    }
  | { readonly kind: "other"; readonly detail: string };

export interface Mistake {
  readonly path: Path;
  readonly expected: Expectation;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a place; undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (Array.isArray(value) && typeof part === "number") value = value[part];
    else if (isRecord(value) && Object.hasOwn(value, String(part))) value = value[String(part)];
    else return undefined;
  }
  return value;
}

/** `systems[3].endpoints[0].port` */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );
}
