/**
 * Where the pictures of a draft can be seen. Files name them by their path; the server's rendering of a text that shows
 * just them tells the addresses, and one that was added on this page is still here.
 */
export class DraftImages {
  private readonly known = new Map<string, Promise<string | null>>();

  constructor(private readonly render: (markdown: string) => Promise<string>) {}

  /** Remembers a picture that was just stored. @returns its path again */
  know(path: string, file: File): string {
    this.known.set(path, Promise.resolve(URL.createObjectURL(file)));
    return path;
  }

  addressOf(path: string): Promise<string | null> {
    const known = this.known.get(path);
    if (known) return known;
    const asked = this.ask(path);
    this.known.set(path, asked);
    return asked;
  }

  private async ask(path: string): Promise<string | null> {
    try {
      const html = await this.render(`![${path}](${path})`);
      const page = new DOMParser().parseFromString(html, 'text/html');
      return page.querySelector('img')?.getAttribute('src') ?? null;
    } catch {
      // Without network a picture stays its description.
      this.known.delete(path);
      return null;
    }
  }
}
