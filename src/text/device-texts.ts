import { bilingual } from "../base/languages.ts";

/** What the texts about a device are called, in questions, sheets and tables alike: one for each in src/visit. */
export const deviceTexts = bilingual({
  vi: {
    label: "Nhãn, tên thiết bị",
    brand: "Nhãn hiệu",
    model: "Model",
    serial: "Số seri",
    assetTag: "Mã tài sản",
    room: "Phòng, vị trí",
    note: "Ghi chú",
  },
  en: {
    label: "Label, name",
    brand: "Brand",
    model: "Model",
    serial: "Serial number",
    assetTag: "Asset tag",
    room: "Room",
    note: "Note",
  },
});
