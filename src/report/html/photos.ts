import { deviceTypeLabel } from "../../checklist/labels.ts";
import type { Lang } from "../../base/languages.ts";
import { paper } from "../../text/paper.ts";
import type { Photo } from "../../visit/photos.ts";
import type { Device, Visit } from "../../visit/schema.ts";
import { html, NOTHING, type Markup } from "./markup.ts";

/**
 * The annex with the photos, four to a page, each under its device and the name that it was taken by. One that cannot be
 * shown is named all the same.
 * @param source a photo as a data address, or null
 */
export function photos(visit: Visit, lang: Lang, source: (photo: Photo) => string | null): Markup {
  const texts = paper[lang];
  const figures = visit.devices.flatMap((device, at) =>
    device.photos.map((photo) => {
      const caption = `${texts.photoOf(at + 1, nameOf(device, lang))} – ${photo.originalName}`;
      const address = source(photo);
      // The address is made by this program from bytes alone: no text of anybody's is in it.
      const picture =
        address === null
          ? html`<p class="missing">${texts.photoMissing}</p>`
          : html`<img src="${address}" alt="${caption}">`;
      return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
    }),
  );
  if (figures.length === 0) return NOTHING;
  return html`<h2 class="photos-title">${texts.annexPhotos}</h2><div class="photos">${figures}</div>`;
}

function nameOf(device: Device, lang: Lang): string {
  return [deviceTypeLabel(device.type, lang), device.label, device.room].filter((part) => part !== "").join(", ");
}
