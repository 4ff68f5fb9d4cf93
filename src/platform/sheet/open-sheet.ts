import { firstBytes } from './csv-text.js';
import { openCsv } from './csv-reader.js';
import { SheetFault, type SheetFile } from './sheet.js';
import { openXlsx } from './xlsx-reader.js';

const [ZIP, COMPOUND] = ['504b0304', 'd0cf11e0a1b11ae1'];
/** PDF, JPEG, PNG, GIF, RAR, gzip, 7-Zip: what people send by mistake. */
const FOREIGN = ['25504446', 'ffd8ff', '89504e47', '47494638', '52617221', '1f8b', '377abcaf'];

/**
 * Opens a file as what its first bytes say it is, whatever it is called.
 * @param path a file on this machine; close the result before removing it
 * @throws SheetFault
 */
export async function openSheet(path: string): Promise<SheetFile> {
  const head = (await firstBytes(path, 8)).toString('hex');
  if (head === '') throw new SheetFault('file-empty');
  // The old .xls, and every file of an office program that asks for a password, are compound files.
  if (head === COMPOUND) throw new SheetFault('file-old-or-encrypted');
  if (FOREIGN.some((mark) => head.startsWith(mark))) throw new SheetFault('file-unreadable');
  return head.startsWith(ZIP) ? openXlsx(path) : openCsv(path);
}
