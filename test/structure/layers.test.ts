import { describe, expect, it } from "vitest";
import { arrowsOfSource, layersOfPicture, roomOf, sourceFiles, type Arrow } from "./imports.ts";

const arrows = arrowsOfSource();
const layers = layersOfPicture();
const lineOf = (room: string): number => layers.findIndex((line) => line.includes(room));

describe("the layers of docs/architecture.md", () => {
  it("name each folder of src once, and no other", () => {
    const rooms = new Set(
      sourceFiles()
        .filter((file) => file !== "src/cli.ts")
        .map(roomOf),
    );
    expect(layers.flat().toSorted()).toEqual([...rooms].toSorted());
  });

  it("import downwards only: never up, never sideways, types and lazy imports counted", () => {
    expect(arrows.length).toBeGreaterThan(1000);
    const wrong = arrows
      .filter(({ from, to }) => from !== "src/cli.ts" && !to.endsWith(".json") && roomOf(from) !== roomOf(to))
      .filter(({ from, to }) => lineOf(roomOf(from)) >= lineOf(roomOf(to)))
      .map(({ from, to }) => `${from} -> ${to}`);
    expect(wrong).toEqual([]);
  });

  it("are judged and observed apart", () => {
    expect(lineOf("judge")).toBe(lineOf("collect"));
  });
});

describe("files", () => {
  it("stand in no circle, not even by types", () => {
    expect(circles(arrows)).toEqual([]);
  });
});

/** Groups of files that import each other in a circle (Tarjan's strongly connected components). */
function circles(edges: readonly Arrow[]): readonly (readonly string[])[] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const mine = index.size;
    index.set(file, mine);
    low.set(file, mine);
    stack.push(file);
    for (const { to } of next.get(file) ?? []) {
      const seen = index.get(to);
      if (seen === undefined) low.set(file, Math.min(low.get(file) ?? mine, visit(to)));
      else if (stack.includes(to)) low.set(file, Math.min(low.get(file) ?? mine, seen));
    }
    if (low.get(file) === mine) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) found.push(group);
    }
    return low.get(file) ?? mine;
  };
  for (const { from } of edges) if (!index.has(from)) visit(from);
  return found;
}
