import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Writes a one-coloured WebP picture. @returns the file */
export async function picture(file: string, { width, height }: { width: number; height: number }): Promise<string> {
  const create = { width, height, channels: 3 as const, background: '#a3133a' };
  await writeFile(file, await sharp({ create }).webp().toBuffer());
  return file;
}
