/** Lets a few run at once and the others wait in line, up to a length at which waiting makes no sense any more. */
export class Semaphore {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly longestLine: number,
  ) {}

  /** @throws what `whenFull` makes, without running anything, when the line is full */
  async run<T>(work: () => Promise<T>, whenFull: () => Error): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.line.length >= this.longestLine) throw whenFull();
      await new Promise<void>((resolve) => this.line.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      // The place passes to the next in line, so that nobody slips in between.
      const next = this.line.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
