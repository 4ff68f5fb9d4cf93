/** What the head of a WebP file says. */
export interface WebpFacts {
  /** In pixels. */
  width: number;
  height: number;
  isAnimated: boolean;
  /** Exif or XMP, which may hold the place where a photograph was taken. */
  hasMetadata: boolean;
}

const [ANIMATION, XMP, EXIF] = [0x02, 0x04, 0x08];

/**
 * Reads the head of a WebP file (RFC 9649) without decoding it.
 * @returns null when the bytes are no WebP
 */
export function readWebp(bytes: Buffer): WebpFacts | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') {
    return null;
  }
  const plain = { isAnimated: false, hasMetadata: false };
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, ...plain };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, ...plain };
    }
    case 'VP8X': {
      const flags = bytes.readUInt8(20);
      return {
        width: bytes.readUIntLE(24, 3) + 1,
        height: bytes.readUIntLE(27, 3) + 1,
        isAnimated: (flags & ANIMATION) !== 0,
        hasMetadata: (flags & (XMP | EXIF)) !== 0,
      };
    }
    default:
      return null;
  }
}
