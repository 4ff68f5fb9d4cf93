interface Kept<V> {
  value: V;
  /** When it was loaded, by the process's own monotonic clock. */
  at: number;
}

/** Keeps the most recently used values of something immutable, or of something that may be seen a moment late. */
export class LruCache<V> {
  private readonly values = new Map<string, Kept<V>>();
  private readonly loading = new Map<string, Promise<V | null>>();

  /** @param maxAgeMs for what does change: how late a change may be seen */
  constructor(
    private readonly capacity: number,
    private readonly maxAgeMs = Infinity,
  ) {}

  /**
   * The cached value, or the loaded one, which is then kept; null is never kept. Those who ask while a value is being
   * loaded wait for the same load, so that a crowd after a restart costs one.
   */
  async get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const cached = this.values.get(key);
    if (cached !== undefined && performance.now() - cached.at < this.maxAgeMs) {
      this.values.delete(key);
      this.values.set(key, cached);
      return cached.value;
    }
    const underWay = this.loading.get(key);
    if (underWay) return underWay;
    const loaded = load().finally(() => this.loading.delete(key));
    this.loading.set(key, loaded);
    const value = await loaded;
    if (value !== null) this.keep(key, value);
    return value;
  }

  private keep(key: string, value: V): void {
    this.values.delete(key);
    this.values.set(key, { value, at: performance.now() });
    const oldest = this.values.keys().next();
    if (this.values.size > this.capacity && !oldest.done) this.values.delete(oldest.value);
  }
}
