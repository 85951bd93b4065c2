// Makes docs/verdict.svg from a real run: the practice office with a fault, as a technician sees it. `npm run picture`.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";
import stringWidth from "string-width";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FAULT = "isp-suspended";
const COLUMNS = 80;
const CELL = { width: 8.4, height: 19 } as const;
const MARGIN = 16;

const { stdout } = await execa(
  process.execPath,
  [path.join(ROOT, "bin/qbrecover.mjs"), "practice", "--fault", FAULT, "--batch", "--lang", "vi"],
  { reject: false, env: { COLUMNS: String(COLUMNS), NO_COLOR: "1" } },
);
const lines = stdout.trimEnd().split("\n");
const width = Math.ceil(Math.max(...lines.map((line) => stringWidth(line))) * CELL.width) + 2 * MARGIN;
const height = lines.length * CELL.height + 2 * MARGIN;

writeFileSync(
  path.join(ROOT, "docs/verdict.svg"),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>qbrecover practice --fault ${FAULT}</title>
<rect width="100%" height="100%" rx="8" fill="#1b1f24"/>
<g font-family="Consolas, Menlo, 'Liberation Mono', monospace" font-size="14" fill="#e6e6e6">
${lines.map(drawn).join("\n")}
</g>
</svg>
`,
);

/** One line of the screen; the verdict and the cause stand out as they do in a terminal. */
function drawn(line: string, index: number): string {
  const y = MARGIN + (index + 0.75) * CELL.height;
  const style =
    index === 0 ? ' font-weight="bold" fill="#ff7b72"' : /\[[A-Z0-9_]+\]$/u.test(line) ? ' font-weight="bold"' : "";
  return `<text x="${MARGIN}" y="${y}"${style}>${escaped(line)}</text>`;
}

function escaped(text: string): string {
  // Blanks that a viewer does not fold.
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(" ", "\u00a0");
}
