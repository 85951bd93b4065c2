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

/**
 * Like NFC, but with the tone mark taken off its vowel and put behind the syllable: "Hoà" and "Hòa" become the same,
 * "Hòa" and "Hóa" stay apart. For ranking exact spellings before mere look-alikes.
 */
export function toneNeutral(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\p{L}\p{M}]+/gu, (syllable) => {
      // The five tone marks: grave, acute, tilde, hook above, dot below. Other marks (ă, ô, ơ) belong to the letter.
      const tones = syllable.match(/[\u0300\u0301\u0303\u0309\u0323]/gu)?.join("") ?? "";
      return syllable.replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/gu, "").normalize("NFC") + tones;
    })
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Does every word of the query begin a word of the text? "may in" finds "Máy in laser". */
export function matchesWords(text: string, query: string): boolean {
  const words = foldText(text).split(" ");
  return foldText(query)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}
