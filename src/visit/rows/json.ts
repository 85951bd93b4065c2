// oxlint-disable typescript/no-unnecessary-type-parameters -- the caller's SELECT decides the type
// The one place where text that this store wrote itself becomes typed again. Everything was checked by visitSchema
// before it was written.

/** Parses a JSON column of the store. */
export function fromColumn<T>(column: unknown): T {
  return JSON.parse(String(column)) as T;
}

/** A row of SQLite as the type that its SELECT produces. */
export function asRow<T>(row: unknown): T {
  return row as T;
}
