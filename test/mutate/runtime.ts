/** What instrumented code calls: the place as it is, or as the mutant that is switched on has it. */
export interface MutantSwitch {
  /** Id of the mutant that is switched on; 0 for none. */
  active: number;
  /** Ids of the places that were passed; null where nobody counts them. */
  passed: Set<number> | null;
  compare(id: number, sign: string, left: never, right: never): boolean;
  logic(id: number, sign: "&&" | "||", left: () => unknown, right: () => unknown): unknown;
  not(id: number, value: unknown): boolean;
  number(id: number, ways: readonly number[], value: number): number;
  condition(id: number, value: unknown): unknown;
  predicate(id: number, value: unknown): unknown;
  name(id: number, name: string, other: string): string;
}

const HOLDS: Readonly<Record<string, (left: never, right: never) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "===": (left, right) => left === right,
  "!==": (left, right) => left !== right,
};
const BORDER: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

/** Makes the switch; instrumented code finds it as the global `$mutant`. */
export function createSwitch(active: number): MutantSwitch {
  const holds = (sign: string, left: never, right: never): boolean => HOLDS[sign]?.(left, right) === true;
  const self: MutantSwitch = {
    active,
    passed: null,
    compare: (id, sign, left, right) => {
      self.passed?.add(id);
      if (self.active === id) return !holds(sign, left, right);
      if (self.active === id + 1 && BORDER[sign] !== undefined) return holds(BORDER[sign], left, right);
      return holds(sign, left, right);
    },
    logic: (id, sign, left, right) => {
      self.passed?.add(id);
      return (sign === "&&") === (self.active !== id) ? left() && right() : left() || right();
    },
    not: (id, value) => {
      self.passed?.add(id);
      // Instrumented code hands over the negated value.
      return self.active === id ? value !== true : value === true;
    },
    number: (id, ways, value) => {
      self.passed?.add(id);
      return ways[self.active - id] ?? value;
    },
    condition: (id, value) => {
      self.passed?.add(id);
      return self.active === id ? true : self.active === id + 1 ? false : value;
    },
    predicate: (id, value) => {
      self.passed?.add(id);
      return self.active === id ? () => true : value;
    },
    name: (id, name, other) => {
      self.passed?.add(id);
      return self.active === id ? other : name;
    },
  };
  return self;
}
