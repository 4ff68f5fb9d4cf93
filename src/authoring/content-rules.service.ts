import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { ContentFolder, includedStories } from './format/content-folder.js';
import { Schemas } from './format/schemas.js';

type Rules = Parameters<typeof ContentFolder.of>[2];

/** The rules by which content files are read: schemas, and stories that any course may include. Read once. */
@Injectable()
export class ContentRulesService {
  private rules: Promise<Rules> | undefined;

  constructor(private readonly config: Config) {}

  /** The files of a course in memory as a folder to be read. */
  async folderOf(slug: string, files: ReadonlyMap<string, Buffer>): Promise<ContentFolder> {
    this.rules ??= this.load();
    return ContentFolder.of(`courses/${slug}`, files, await this.rules);
  }

  private async load(): Promise<Rules> {
    const root = this.config.CONTENT_DIR;
    const [schemas, stories] = await Promise.all([Schemas.read(root), includedStories(root)]);
    return { schemas, stories };
  }
}
