/** What one of the ordinary tools made of a fault. */
export interface ToolAnswer {
  readonly tool: string;
  /** In the words a technician would read, shortened. */
  readonly told: string;
  readonly ms: number;
}

/** An ordinary tool is stopped after this: nobody in the field waits longer. */
export const PATIENCE_MS = 30_000;

/** "4 failed: x; y": the same message once, with its number. */
export function summary(messages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts].map(([message, count]) => (count === 1 ? message : `${count}× ${message}`)).join("; ");
}
