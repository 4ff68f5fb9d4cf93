import { inflateSync } from 'node:zlib';

/** The objects of a PDF as pdfkit writes them, by number: dictionary and unpacked stream. */
function objectsOf(pdf: Buffer): Map<number, { dictionary: string; stream: string }> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, { dictionary: string; stream: string }>();
  for (const [, number = '', body = ''] of text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, dictionary = body, packed] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
    const isPacked = packed !== undefined && dictionary.includes('/FlateDecode');
    const stream = isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : (packed ?? '');
    objects.set(Number(number), { dictionary, stream });
  }
  return objects;
}

/** Glyph codes as four hex digits, to text: what a reader copies or searches. */
function toUnicode(map: string): Map<string, string> {
  const texts = new Map<string, string>();
  const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f]*)>/g)].forEach(([, hex = ''], index) => {
      texts.set((parseInt(from, 16) + index).toString(16).padStart(4, '0'), decode(hex));
    });
  }
  return texts;
}

/**
 * The text of each page of a PDF that pdfkit wrote, in the order in which it is drawn, read by the file's own maps from
 * glyphs to letters.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const get = (reference: string | undefined) => objects.get(Number(reference)) ?? { dictionary: '', stream: '' };
  const maps = new Map<string, Map<string, string>>();
  const mapOf = (font: string) => {
    const known = maps.get(font);
    if (known) return known;
    const map = toUnicode(get(/\/ToUnicode (\d+) 0 R/.exec(get(font).dictionary)?.[1]).stream);
    maps.set(font, map);
    return map;
  };
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const resources = get(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1]).dictionary;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
    const content = get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]).stream;
    let map = new Map<string, string>();
    let text = '';
    for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) map = mapOf(fonts.get(font) ?? '');
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
        text += (hex.match(/.{4}/g) ?? []).map((code) => map.get(code) ?? '\ufffd').join('');
      }
    }
    return text;
  });
}
