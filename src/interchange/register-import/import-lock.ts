import type { DataSource } from 'typeorm';

/**
 * One process at a time works on the file and the rows of an import; the lock goes with the connection, also when the
 * process is killed.
 * @throws Error when another process does; the job is tried again
 */
export async function aloneWith(dataSource: DataSource, importId: string, work: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const key = `import:${importId}`;
    const [row] = (await runner.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [key])) as {
      taken: boolean;
    }[];
    if (!row?.taken) throw new Error(`Another process is at work on import ${importId}`);
    try {
      await work();
    } finally {
      await runner.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    }
  } finally {
    await runner.release();
  }
}
