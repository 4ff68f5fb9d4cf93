import { sign, verify } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, vietnamDate } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { KeyRing } from '../keys/key-ring.js';
import { Logger } from '../logging/logger.js';

/** The append-only tables whose rows are chained. */
export const SEALED_STREAMS = ['audit_entry', 'attendance_event'] as const;
export type SealedStream = (typeof SEALED_STREAMS)[number];

const BATCH = 1000;
/** One sealer for the whole installation, whatever the number of workers. */
const SEALER_LOCK = 0x5ea1;
export interface Checkpoint {
  stream: SealedStream;
  sequence: number;
  chainHash: string;
  at: string;
}

export interface SealFault {
  stream: SealedStream;
  /** Place in the chain; absent for a row that has no seal. */
  sequence?: number;
  rowId?: string;
  kind: 'changed' | 'removed' | 'chain-broken' | 'unsealed' | 'truncated' | 'checkpoint-forged';
}

/**
 * Links committed append-only rows into one hash chain per table, and signs the head of each chain once a day into a
 * file outside the database. Rows are written unchained, so that no writer ever waits for another; a row committed
 * late simply takes a later place.
 */
@Injectable()
export class Sealer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly keys: KeyRing,
    private readonly logger: Logger,
  ) {}

  /** Seals everything committed so far. @returns rows sealed */
  async seal(): Promise<number> {
    let total = 0;
    for (const stream of SEALED_STREAMS) {
      let sealed: number;
      do {
        sealed = await this.dataSource.transaction((tx) => this.sealBatch(tx, stream));
        total += sealed;
      } while (sealed === BATCH);
    }
    return total;
  }

  private async sealBatch(tx: EntityManager, stream: SealedStream): Promise<number> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [SEALER_LOCK]);
    // The chain is computed in one statement: row hash in SQL, so that sealer and verifier read a row the same way.
    const rows = await tx.query<[{ sealed: number }]>('SELECT seal_batch($1, $2, $3) AS sealed', [
      stream,
      BATCH,
      this.clock.now(),
    ]);
    return rows[0].sealed;
  }

  private get checkpointDir(): string {
    return this.config.CHECKPOINT_DIR ?? join(this.config.DATA_DIR, 'checkpoints');
  }

  /** Signs the head of every chain into a file of today (Asia/Ho_Chi_Minh), outside the database. */
  async writeCheckpoint(): Promise<void> {
    const heads = await this.dataSource.query<Omit<Checkpoint, 'at'>[]>(
      `SELECT DISTINCT ON (stream) stream, sequence, encode(chain_hash, 'hex') AS "chainHash"
         FROM audit_seal ORDER BY stream, sequence DESC`,
    );
    const at = this.clock.now();
    const body = JSON.stringify(
      heads.map((head) => ({ ...head, sequence: Number(head.sequence), at: at.toISOString() })),
    );
    const { privateKey } = this.keys.signingKey('checkpoint');
    const signature = sign(null, Buffer.from(body), privateKey).toString('base64url');
    const file = join(this.checkpointDir, `${vietnamDate(at)}.json`);
    await mkdir(this.checkpointDir, { recursive: true });
    await writeFile(`${file}.new`, `${body}\n${signature}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
    this.logger.info({ heads: heads.length }, 'checkpoint written');
  }

  /** Compares every row, seal and checkpoint. @returns what does not fit; empty when all is well */
  async verify(): Promise<SealFault[]> {
    const faults: SealFault[] = [];
    for (const stream of SEALED_STREAMS) {
      const rows = await this.dataSource.query<
        {
          sequence: string | null;
          row_id: string;
          fault: SealFault['kind'];
        }[]
      >('SELECT * FROM verify_seals($1)', [stream]);
      faults.push(
        ...rows.map((row) => ({
          stream,
          ...(row.sequence === null ? {} : { sequence: Number(row.sequence) }),
          rowId: row.row_id,
          kind: row.fault,
        })),
      );
    }
    return [...faults, ...(await this.verifyCheckpoints())];
  }

  private async verifyCheckpoints(): Promise<SealFault[]> {
    const files = await readdir(this.checkpointDir).catch(() => [] as string[]);
    const faults: SealFault[] = [];
    const { publicKey } = this.keys.signingKey('checkpoint');
    for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
      const [body = '', signature = ''] = (await readFile(join(this.checkpointDir, file), 'utf8')).split('\n');
      if (!verify(null, Buffer.from(body), publicKey, Buffer.from(signature, 'base64url'))) {
        faults.push({ stream: 'audit_entry', kind: 'checkpoint-forged' });
        continue;
      }
      for (const head of JSON.parse(body) as Checkpoint[]) {
        const found = await this.dataSource.query<{ hash: string }[]>(
          `SELECT encode(chain_hash, 'hex') AS hash FROM audit_seal WHERE stream = $1 AND sequence = $2`,
          [head.stream, head.sequence],
        );
        if (found[0]?.hash !== head.chainHash) {
          faults.push({ stream: head.stream, sequence: head.sequence, kind: 'truncated' });
        }
      }
    }
    return faults;
  }
}
