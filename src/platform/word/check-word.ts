import yauzl, { type ZipFile } from 'yauzl';

/** Why a Word file is refused before anything of it is unpacked. */
export type WordFaultCode = 'damaged' | 'not-word' | 'has-macros' | 'encrypted' | 'too-large';

export class WordFault extends Error {
  constructor(readonly code: WordFaultCode) {
    super(code);
    this.name = 'WordFault';
  }
}

/** A book of 500 pages is 4 MB of XML; what is unpacked is held in memory as a whole. */
const LIMITS = { entries: 5_000, documentBytes: 16 * 1_048_576, unpackedBytes: 128 * 1_048_576 };

/**
 * Looks at the directory of a .docx file, not at what is in it.
 * @param path a file on this machine
 * @throws WordFault
 */
export async function checkWord(path: string): Promise<void> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => null);
  if (zip === null) throw new WordFault('damaged');
  try {
    await checkEntries(zip);
  } catch (error) {
    throw error instanceof WordFault ? error : new WordFault('damaged');
  } finally {
    zip.close();
  }
}

async function checkEntries(zip: ZipFile): Promise<void> {
  if (zip.entryCount > LIMITS.entries) throw new WordFault('too-large');
  let [unpacked, isWord] = [0, false];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw new WordFault('encrypted');
    if (name.endsWith('vbaproject.bin')) throw new WordFault('has-macros');
    unpacked += entry.uncompressedSize;
    const isLarge = name === 'word/document.xml' && entry.uncompressedSize > LIMITS.documentBytes;
    if (isLarge || unpacked > LIMITS.unpackedBytes) throw new WordFault('too-large');
    if (name === 'word/document.xml') isWord = true;
  }
  if (!isWord) throw new WordFault('not-word');
}
