import { parseSync } from "rolldown/utils";

/** One way to break one place of a source file. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** Offset of the place in its file. */
  readonly at: number;
  /** What stands there, and what stands there in the mutant. */
  readonly original: string;
  readonly mutation: string;
  /** The place is evaluated when its module is loaded, not when a test calls it. */
  readonly atLoad: boolean;
}

/** A source file with every mutant in it, each switched on by its id at run time. */
export interface Instrumented {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
interface Edit {
  readonly at: number;
  readonly depth: number;
  readonly kind: "before" | "instead" | "after";
  readonly until: number;
  readonly text: string;
}
interface Walk {
  readonly depth: number;
  readonly atLoad: boolean;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  "<": ">=",
  ">": "<=",
  "<=": ">",
  ">=": "<",
  "===": "!==",
  "!==": "===",
};
const BORDER: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const FUNCTIONS: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
]);
const PASSED_OVER: ReadonlySet<string> = new Set(["ImportDeclaration", "ExportAllDeclaration", "TSLiteralType"]);

/**
 * Finds what can be broken in `source` and writes it so that `$mutant` (see runtime.ts) decides at run time which place
 * is broken. Operators: comparisons moved to the other side of their border and turned round, && and || exchanged, ! left
 * out, conditions always and never, numbers a little more and a little less, some and every exchanged, filter letting
 * all through, true and false exchanged.
 * @param firstId id of the first mutant; the others count on from there
 */
export function instrument(file: string, source: string, firstId: number): Instrumented {
  const mutants: Mutant[] = [];
  const edits: Edit[] = [];
  const ids = new Map<string, number>();
  const lineAt = (at: number): number => source.slice(0, at).split("\n").length;
  const add = (node: Node, walk: Walk, mutations: readonly string[]): number => {
    const id = firstId + mutants.length;
    const original = source.slice(node.start, node.end).replaceAll(/\s+/gu, " ").slice(0, 100);
    for (const mutation of mutations)
      mutants.push({
        id: firstId + mutants.length,
        file,
        line: lineAt(node.start),
        at: node.start,
        original,
        mutation,
        atLoad: walk.atLoad,
      });
    return id;
  };
  const around = (node: Node, { depth }: Walk, before: string, after: string): void => {
    edits.push({ at: node.start, depth, kind: "before", until: node.start, text: before });
    edits.push({ at: node.end, depth, kind: "after", until: node.end, text: after });
  };
  const operator = (left: Node, right: Node, { depth }: Walk, sign: string, text: string): void => {
    const at = source.indexOf(sign, left.end);
    if (at < 0 || at >= right.start) throw new Error(`${file}: no ${sign} between ${left.end} and ${right.start}`);
    edits.push({ at, depth, kind: "instead", until: at + sign.length, text });
  };

  const visit = (value: unknown, walk: Walk): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one, walk);
      return;
    }
    if (!isNode(value) || PASSED_OVER.has(value.type)) return;
    mutate(value, walk);
    const inner: Walk = { depth: walk.depth + 1, atLoad: walk.atLoad && !FUNCTIONS.has(value.type) };
    for (const [key, child] of Object.entries(value)) {
      if (key === "typeAnnotation" || key === "returnType" || key === "typeParameters" || key === "typeArguments")
        continue;
      if ((key === "key" || key === "property") && value["computed"] !== true) continue;
      if (value.type === "Property" && value["shorthand"] === true) continue;
      visit(child, inner);
    }
  };

  const mutate = (node: Node, walk: Walk): void => {
    const { left, right, operator: sign, test, value, callee } = node;
    if (node.type === "BinaryExpression" && isNode(left) && isNode(right) && typeof sign === "string") {
      const opposite = OPPOSITE[sign];
      if (opposite === undefined) return;
      const border = BORDER[sign];
      const id = add(node, walk, border === undefined ? [opposite] : [opposite, border]);
      around(node, walk, `$mutant.compare(${id}, ${JSON.stringify(sign)}, `, ")");
      operator(left, right, walk, sign, ",");
    } else if (node.type === "LogicalExpression" && isNode(left) && isNode(right) && (sign === "&&" || sign === "||")) {
      const id = add(node, walk, [sign === "&&" ? "||" : "&&"]);
      around(node, walk, `$mutant.logic(${id}, ${JSON.stringify(sign)}, () => (`, "))");
      operator(left, right, walk, sign, "), () => (");
    } else if (node.type === "UnaryExpression" && sign === "!") {
      around(node, walk, `$mutant.not(${add(node, walk, ["without !"])}, `, ")");
    } else if (node.type === "Identifier" && !walk.atLoad && typeof node["name"] === "string") {
      const constant = constants.get(node["name"]);
      if (constant === undefined) return;
      const ways = nearby(constant.value);
      const known = ids.get(node["name"]) ?? add(constant.node, walk, ways.map(String));
      ids.set(node["name"], known);
      around(node, walk, `$mutant.number(${known}, ${JSON.stringify(ways)}, `, ")");
    } else if (node.type === "Literal" && typeof value === "number") {
      if (walk.atLoad && [...constants.values()].some((one) => one.node === node)) return;
      const ways = nearby(value);
      around(node, walk, `$mutant.number(${add(node, walk, ways.map(String))}, ${JSON.stringify(ways)}, `, ")");
    } else if (node.type === "Literal" && typeof value === "boolean") {
      around(node, walk, `$mutant.not(${add(node, walk, [String(!value)])}, `, ")");
    } else if ((node.type === "IfStatement" || node.type === "ConditionalExpression") && isNode(test)) {
      if (["BinaryExpression", "LogicalExpression", "UnaryExpression"].includes(test.type)) return;
      const id = add(test, walk, ["always", "never"]);
      around(test, { ...walk, depth: walk.depth + 0.5 }, `$mutant.condition(${id}, `, ")");
    } else if (node.type === "CallExpression" && isNode(callee)) {
      mutateCall(node, callee, walk);
    }
  };

  const mutateCall = (call: Node, callee: Node, walk: Walk): void => {
    const { property } = callee;
    if (callee.type !== "MemberExpression" || callee["computed"] === true || !isNode(property)) return;
    const name = source.slice(property.start, property.end);
    const [first] = Array.isArray(call["arguments"]) ? call["arguments"] : [];
    if (name === "filter" && isNode(first)) {
      around(
        first,
        { ...walk, depth: walk.depth + 0.5 },
        `$mutant.predicate(${add(call, walk, ["lets all through"])}, `,
        ")",
      );
    } else if (name === "some" || name === "every") {
      const other = name === "some" ? "every" : "some";
      const id = add(call, walk, [other]);
      const dot = source.lastIndexOf(".", property.start);
      const text = `${callee["optional"] === true ? "." : ""}[$mutant.name(${id}, "${name}", "${other}")]`;
      edits.push({ at: dot, depth: walk.depth, kind: "instead", until: property.end, text });
    }
  };

  const { body } = parseSync(file, source, { lang: "ts" }).program;
  const constants = numericConstants(body);
  visit(body, { depth: 0, atLoad: true });
  return { code: applied(source, edits), mutants };
}

/** Constants of the module that are plain numbers: they are broken where they are used, so that nothing is loaded anew. */
function numericConstants(body: unknown): ReadonlyMap<string, { readonly node: Node; readonly value: number }> {
  const found = new Map<string, { readonly node: Node; readonly value: number }>();
  for (const statement of Array.isArray(body) ? body : []) {
    if (!isNode(statement) || statement.type !== "VariableDeclaration") continue;
    for (const one of Array.isArray(statement["declarations"]) ? statement["declarations"] : []) {
      if (!isNode(one) || !isNode(one["id"]) || !isNode(one["init"])) continue;
      const { id, init } = one;
      const { name } = id;
      if (typeof name === "string" && init.type === "Literal" && typeof init["value"] === "number")
        found.set(name, { node: init, value: init["value"] });
    }
  }
  return found;
}

/** A number a little more and a little less: by one where it counts, by a fiftieth where it measures. */
function nearby(value: number): readonly number[] {
  if (!Number.isInteger(value)) return [value * 1.2, value * 0.8];
  if (value >= 100) return [value + Math.round(value / 50), value - Math.round(value / 50)];
  return value >= 2 ? [value + 1, value - 1] : [value + 1];
}

/** Outer edits stand outside inner ones where they meet. */
function applied(source: string, edits: readonly Edit[]): string {
  const RANK = { after: 0, instead: 1, before: 2 } as const;
  const inOrder = edits.toSorted(
    (a, b) =>
      a.at - b.at || RANK[a.kind] - RANK[b.kind] || (a.kind === "after" ? b.depth - a.depth : a.depth - b.depth),
  );
  let code = "";
  let done = 0;
  for (const { at, until, text } of inOrder) {
    code += source.slice(done, at) + text;
    done = until;
  }
  return code + source.slice(done);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
