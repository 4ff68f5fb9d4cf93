/**
 * Under Jest the sources run as TypeScript, which a thread cannot load: there it runs their built twins (`pretest`
 * builds). Compiled code gets its own URL back.
 */
export function builtUrl(url: URL): URL {
  if (!import.meta.url.endsWith('.ts')) return url;
  return new URL(url.href.replace('/src/', '/dist/').replace(/\.ts$/, '.js'));
}
