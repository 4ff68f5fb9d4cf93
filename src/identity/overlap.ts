import { QueryFailedError } from 'typeorm';

const EXCLUSION_VIOLATION = '23P01';

/** Two periods that may not overlap do: the database decides, also between simultaneous requests. */
export async function orOverlap(insertion: Promise<unknown>, problem: () => Error): Promise<void> {
  try {
    await insertion;
  } catch (error) {
    const { code } = (error instanceof QueryFailedError ? error.driverError : {}) as { code?: string };
    throw code === EXCLUSION_VIOLATION ? problem() : error;
  }
}
