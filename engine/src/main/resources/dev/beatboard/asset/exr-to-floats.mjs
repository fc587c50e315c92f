// Decodes each NAME.exr given into NAME.raw: width and height as 32-bit integers, then red, green, blue as 32-bit
// floats, rows from the top, all little-endian.
import { readExr } from 'hdrify';
import { readFileSync, writeFileSync } from 'node:fs';

for (const name of process.argv.slice(2)) {
  const { width, height, data } = readExr(new Uint8Array(readFileSync(`${name}.exr`)));
  const out = Buffer.alloc(8 + 12 * width * height);
  out.writeInt32LE(width, 0);
  out.writeInt32LE(height, 4);
  for (let p = 0; p < width * height; p++) {
    for (let c = 0; c < 3; c++) {
      out.writeFloatLE(data[4 * p + c], 8 + 12 * p + 4 * c);
    }
  }
  writeFileSync(`${name}.raw`, out);
}
