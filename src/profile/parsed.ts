/** What a file holds, or where it stops making sense. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly problem: "syntax";
      readonly line: number;
      readonly column: number;
      readonly detail: string;
    }
  | { readonly ok: false; readonly problem: "aliases" | "nesting" | "empty" };
