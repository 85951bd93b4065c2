import jpeg from "jpeg-js";

/** A quarter of a page at 200 dots an inch. */
const LONGEST = 640;
const QUALITY = 70;
/** A picture that cannot be made smaller goes in as it is up to this size, in bytes. */
const MOST_AS_IS = 400_000;
/** A telephone's picture has 12 million dots; more than this and a small laptop runs out of memory. */
const LIMITS = { maxResolutionInMP: 60, maxMemoryUsageInMB: 600 };

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture as a data address, small enough for a paper; null for what is no picture or too large to carry. */
export function smallPicture(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const small = smallJpeg(bytes);
    if (small !== null) return address("jpeg", small);
    return null;
  }
  if (bytes.length > MOST_AS_IS) return null;
  if (bytes.subarray(1, 4).toString("latin1") === "PNG") return address("png", bytes);
  return bytes.subarray(8, 12).toString("latin1") === "WEBP" ? address("webp", bytes) : null;
}

function address(kind: string, bytes: Buffer): string {
  return `data:image/${kind};base64,${bytes.toString("base64")}`;
}

/** Where the picture was taken (EXIF) does not come along: only which side is up is read from it. */
function smallJpeg(bytes: Buffer): Buffer | null {
  try {
    const whole: Picture = jpeg.decode(bytes, { useTArray: true, ...LIMITS });
    const turned = turn(shrink(whole), orientationOf(bytes));
    return jpeg.encode({ ...turned, data: Buffer.from(turned.data) }, QUALITY).data;
  } catch {
    // A torn file, or a kind of JPEG that the decoder does not know.
    return null;
  }
}

/** Each new dot is the mean of the dots that it covers. */
function shrink({ width, height, data }: Picture): Picture {
  const scale = Math.max(1, Math.max(width, height) / LONGEST);
  if (scale === 1) return { width, height, data };
  const [w, h] = [Math.max(1, Math.round(width / scale)), Math.max(1, Math.round(height / scale))];
  const small = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const sum = [0, 0, 0];
      let count = 0;
      const [fromX, toX] = [Math.floor((x * width) / w), Math.floor(((x + 1) * width) / w)];
      const [fromY, toY] = [Math.floor((y * height) / h), Math.floor(((y + 1) * height) / h)];
      for (let v = fromY; v < toY; v += 1)
        for (let u = fromX; u < toX; u += 1) {
          const at = (v * width + u) * 4;
          for (let part = 0; part < 3; part += 1) sum[part] = (sum[part] ?? 0) + (data[at + part] ?? 0);
          count += 1;
        }
      const to = (y * w + x) * 4;
      for (let part = 0; part < 3; part += 1) small[to + part] = Math.round((sum[part] ?? 0) / Math.max(count, 1));
      small[to + 3] = 255;
    }
  return { width: w, height: h, data: small };
}

/** 3: upside down; 6 and 8: lying on a side, as telephones store what they take upright. Mirrored ones do not occur. */
function turn(picture: Picture, orientation: number): Picture {
  const { width, height, data } = picture;
  if (orientation !== 3 && orientation !== 6 && orientation !== 8) return picture;
  const [w, h] = orientation === 3 ? [width, height] : [height, width];
  const turned = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const [u, v] =
        orientation === 3
          ? [width - 1 - x, height - 1 - y]
          : orientation === 6
            ? [y, height - 1 - x]
            : [width - 1 - y, x];
      const from = (v * width + u) * 4;
      turned.set(data.subarray(from, from + 4), (y * w + x) * 4);
    }
  return { width: w, height: h, data: turned };
}

/** Tag 0x0112 of the first directory of the EXIF block (TIFF 6.0); 1 where there is none. */
function orientationOf(bytes: Buffer): number {
  const start = bytes.subarray(0, 65_536).indexOf("Exif\0\0", 0, "latin1");
  if (start < 0) return 1;
  const tiff = bytes.subarray(start + 6, start + 6 + 65_536);
  const little = tiff.subarray(0, 2).toString("latin1") === "II";
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number): number =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let entry = 0; entry < u16(directory); entry += 1)
    if (u16(directory + 2 + entry * 12) === 0x0112) return u16(directory + 2 + entry * 12 + 8);
  return 1;
}
