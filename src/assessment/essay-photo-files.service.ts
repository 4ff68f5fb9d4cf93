import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Unavailable } from '../platform/problems/problem.js';
import { ObjectStorage } from '../platform/storage/object-storage.js';
import { DiscardedPhoto } from './entities/discarded-photo.entity.js';
import { LEFT_BEHIND, REMOVE_PHOTOS_OF_PERSON } from './essay-photo.queries.js';

/** A process that has not claimed its file by then died. */
const ABANDONED_AFTER_MS = 3_600_000;
const BATCH = 200;

/**
 * Files of photos. Each is listed as one to go before it is written, and its photo takes it off the list: whenever a
 * process dies, what has no photo is on the list, and the sweep deletes it.
 */
@Injectable()
export class EssayPhotoFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  /** @returns the file's name, still on the list */
  async put(bytes: Buffer): Promise<string> {
    const name = newId();
    await this.dataSource.manager.insert(DiscardedPhoto, { name, discardedAt: this.clock.now() });
    await this.storage.putNamed(name, bytes);
    return name;
  }

  /** Takes a file off the list, because a photo has it. @throws Problem unavailable when the sweep was first */
  async claim(tx: EntityManager, name: string): Promise<void> {
    const { affected } = await tx.delete(DiscardedPhoto, { name });
    if (affected !== 1) throw Unavailable(undefined, { retryAfterSeconds: 1 });
  }

  /** @throws MissingObjectError */
  read(name: string): Promise<Buffer> {
    return this.storage.getNamed(name);
  }

  /** Deletes those of the files that are on the list, after the commit that put them there. */
  async discard(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const listed = await this.dataSource.manager.existsBy(DiscardedPhoto, { name });
      if (!listed) continue;
      await this.storage.delete(name);
      await this.dataSource.manager.delete(DiscardedPhoto, { name });
    }
  }

  /** Deletes what was left behind. Harmless when repeated. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - ABANDONED_AFTER_MS);
    let names: string[];
    do {
      const rows = await this.dataSource.query<{ name: string }[]>(LEFT_BEHIND, [before, BATCH]);
      names = rows.map(({ name }) => name);
      await this.discard(names);
    } while (names.length === BATCH);
  }

  /** Deletes the photos of somebody whose data were erased. Harmless when repeated. */
  async erase(personId: string): Promise<void> {
    const values = [personId, this.clock.now()];
    const rows = await this.dataSource.query<{ name: string }[]>(REMOVE_PHOTOS_OF_PERSON, values);
    await this.discard(rows.map(({ name }) => name));
  }
}
