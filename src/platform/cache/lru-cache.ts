/** Keeps the most recently used values of something immutable. */
export class LruCache<V> {
  private readonly values = new Map<string, V>();
  private readonly loading = new Map<string, Promise<V | null>>();

  constructor(private readonly capacity: number) {}

  /**
   * The cached value, or the loaded one, which is then kept; null is never kept. Those who ask while a value is being
   * loaded wait for the same load, so that a crowd after a restart costs one.
   */
  async get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const cached = this.values.get(key);
    if (cached !== undefined) {
      this.values.delete(key);
      this.values.set(key, cached);
      return cached;
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
    this.values.set(key, value);
    const oldest = this.values.keys().next();
    if (this.values.size > this.capacity && !oldest.done) this.values.delete(oldest.value);
  }
}
