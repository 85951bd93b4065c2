import stringWidth from "string-width";

/** Breaks text at blanks into lines of at most `width` terminal columns, each after the indent; a longer word stays whole. */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ").filter((each) => each !== "")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && stringWidth(indent + longer) > width) {
        lines.push(indent + line);
        line = word;
      } else line = longer;
    }
    lines.push(indent + line);
  }
  return lines.join("\n");
}
