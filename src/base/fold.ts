/**
 * Vietnamese text made comparable for searching: no diacritics, no case, single spaces.
 * Works for composed and decomposed Unicode, and so makes no difference between Hòa and Hoà, Thủy and Thuỷ.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Does every word of the query begin a word of the text? "may in" finds "Máy in laser". */
export function matchesWords(text: string, query: string): boolean {
  const words = foldText(text).split(" ");
  return foldText(query)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}
