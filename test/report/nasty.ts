/** What people, servers and files bring, and what a cell makes of it. */
export const NASTY: readonly (readonly [given: string, cell: string])[] = [
  ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
  ["+84 912 345 678", "'+84 912 345 678"],
  ["-65", "'-65"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =1+1", "'  =1+1"],
  ["\u3000＝1+1", "'\u3000＝1+1"],
  ["\tx", "'\tx"],
  ['dòng "một"\r\ndòng hai; phẩy, hết', 'dòng "một"\ndòng hai; phẩy, hết'],
  // Vietnamese in decomposed form, as macOS gives it.
  ["Hải Ninh – Đồng Hới".normalize("NFD"), "Hải Ninh – Đồng Hới"],
  ["\u001b[31mđỏ\u001b[0m\u0007", "[31mđỏ[0m"],
  ["\u202egnp.exe", "gnp.exe"],
  ["00123456789012", "00123456789012"],
  ["3-12", "3-12"],
];
