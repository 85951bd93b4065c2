import { bilingual } from "../base/languages.ts";

/** In which order soaked devices are washed and dried. */
export const care = bilingual({
  vi: {
    title: "THỨ TỰ RỬA, SẤY (mặn và nước thải trước, ướt trước, một cửa trước; không cấp điện)",
    piece: (quantity: number, name: string) => `${quantity} × ${name}`,
  },
  en: {
    title: "ORDER OF WASHING AND DRYING (salt and sewage first, wet first, one-stop desk first; no power)",
    piece: (quantity, name) => `${quantity} × ${name}`,
  },
});
