// Small whole files of every type that is taken, and archives built part by part, sound or not.

import { crc32, deflateRawSync } from "node:zlib";

const bytesOf = (text: string): Buffer => Buffer.from(text, "latin1");

export function pdf(about = "mẫu"): Buffer {
  return Buffer.from(
    `%PDF-1.7\n% ${about}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`,
    "utf8",
  );
}

export function png(): Buffer {
  const ihdr = [
    0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde,
  ];
  return Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...ihdr]);
}

export function jpeg(): Buffer {
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 0xff, 0xd9]);
}

export interface ZipPart {
  name: string;
  body: string | Buffer;
  /** What the directory claims; default: the truth. */
  unpacked?: number;
  /** Shares the bytes of the part before. */
  overlaps?: boolean;
  encrypted?: boolean;
  stored?: boolean;
}

/** An archive of these parts, between other bytes where given. */
export function zip(parts: readonly ZipPart[], around: { before?: string; after?: string } = {}): Buffer {
  const chunks: Buffer[] = [bytesOf(around.before ?? "")];
  const directory: Buffer[] = [];
  let at = chunks[0]?.length ?? 0;
  let last = at;
  for (const part of parts) {
    const name = Buffer.from(part.name, "utf8");
    const body = Buffer.from(part.body);
    const packed = part.stored ? body : deflateRawSync(body);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(body), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(part.unpacked ?? body.length, 8);
    const flags = part.encrypted ? 1 : 0;
    const how = Buffer.from([20, 0, flags, 8, part.stored ? 0 : 8, 0, 0, 0, 33, 0]);
    if (!part.overlaps) {
      last = at;
      const header = Buffer.concat([bytesOf("PK\x03\x04"), how, sizes, pair(name.length, 0), name, packed]);
      chunks.push(header);
      at += header.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(last, 10);
    directory.push(
      Buffer.concat([
        bytesOf("PK\x01\x02"),
        Buffer.from([20, 0]),
        how,
        sizes,
        pair(name.length, 0),
        tail,
        name,
      ]),
    );
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(16);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...chunks, listed, bytesOf("PK\x05\x06"), end, pair(0), bytesOf(around.after ?? "")]);
}

function pair(...numbers: readonly number[]): Buffer {
  const buffer = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) buffer.writeUInt16LE(number, index * 2);
  return buffer;
}

const main = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
};

/** The list of content types of a document with that main part. */
export function contentTypes(kind: keyof typeof main, more = ""): ZipPart {
  const override = `<Override PartName="/main.xml" ContentType="${main[kind]}"/>`;
  return { name: "[Content_Types].xml", body: `<?xml version="1.0"?><Types>${override}${more}</Types>` };
}

export function office(kind: keyof typeof main, about = "mẫu"): Buffer {
  return zip([contentTypes(kind), { name: "word/document.xml", body: `<w>${about.repeat(50)}</w>` }]);
}
