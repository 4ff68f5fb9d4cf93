/** Keeps the most recently used values of something immutable. */
export class LruCache<V> {
  private readonly values = new Map<string, V>();

  constructor(private readonly capacity: number) {}

  /** The cached value, or the loaded one, which is then kept; null is never kept. */
  async get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const cached = this.values.get(key);
    if (cached !== undefined) {
      this.values.delete(key);
      this.values.set(key, cached);
      return cached;
    }
    const value = await load();
    if (value === null) return null;
    this.values.set(key, value);
    const oldest = this.values.keys().next();
    if (this.values.size > this.capacity && !oldest.done) this.values.delete(oldest.value);
    return value;
  }
}
