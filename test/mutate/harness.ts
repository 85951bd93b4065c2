import { expect as jestExpect } from "expect";

/** One test, as registered by a test file. */
export interface HarnessTest {
  readonly name: string;
  run(): Promise<void>;
}

type Body = (...values: readonly unknown[]) => unknown;
type Register = (name: string, ...rest: readonly unknown[]) => void;

/** Tests of all files that were loaded, in their order. */
export const registered: HarnessTest[] = [];
const path: string[] = [];

/**
 * Stands in for vitest where thousands of mutants are tried in one process: registers, runs nothing by itself. Knows what
 * the tests of judge and triage use.
 */
export const describe = withEach((name, ...rest) => {
  path.push(name);
  bodyOf(rest)();
  path.pop();
});

export const it = withEach((name, ...rest) => {
  const body = bodyOf(rest);
  registered.push({ name: [...path, name].join(" > "), run: async () => void (await body()) });
});
export const test = it;

/** Jest's own `expect`, which vitest's is made after; the message is left out. */
export const expect = Object.assign((value: unknown, _message?: string) => jestExpect(value), jestExpect);

export function beforeAll(body: () => unknown): void {
  body();
}

function withEach(register: Register): Register & { each(rows: readonly unknown[]): Register } {
  return Object.assign(register, {
    each:
      (rows: readonly unknown[]): Register =>
      (name, ...rest) => {
        for (const [index, row] of rows.entries()) {
          const values: readonly unknown[] = Array.isArray(row) ? row : [row];
          register(`${name} #${index} ${String(values[0])}`, () => bodyOf(rest)(...values));
        }
      },
  });
}

function bodyOf(rest: readonly unknown[]): Body {
  const found = rest.find((one) => typeof one === "function");
  if (typeof found !== "function") throw new Error("a test without a body");
  return (...values) => Reflect.apply(found, undefined, values);
}
