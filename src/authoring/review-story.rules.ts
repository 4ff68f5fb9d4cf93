const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Texts of a part of a compiled Ink story in their order, without tags and without the parts that have names of their own. */
function linesOf(part: unknown): string[] {
  const lines: string[] = [];
  let [line, isTag] = ['', false];
  const flush = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const walk = (node: unknown): void => {
    if (typeof node === 'string') {
      if (node === '#' || node === '/#') isTag = node === '#';
      else if (node === '\n') flush();
      else if (node.startsWith('^') && !isTag) line += node.slice(1);
    } else if (Array.isArray(node)) {
      for (const child of node) walk(child);
    } else if (typeof node === 'object' && node !== null) {
      for (const [name, child] of Object.entries(node)) {
        // Answers to choices and loops are named containers, which begin a new line.
        if (name.startsWith('#') || !Array.isArray(child)) continue;
        flush();
        walk(child);
      }
    }
  };
  walk(part);
  flush();
  return lines;
}

/**
 * What the parts (knots) of a story say, one block of HTML each, choices included: for judging and comparing, not for playing.
 * @param compiled JSON of the compiled story
 */
export function storyHtml(compiled: string): string {
  const { root } = JSON.parse(compiled) as { root?: unknown };
  if (!Array.isArray(root)) return '';
  const named: unknown = root.at(-1);
  const knots = typeof named === 'object' && named !== null && !Array.isArray(named) ? Object.values(named) : [];
  const parts = [root.slice(0, -1), ...knots.filter(Array.isArray)];
  return parts
    .map(linesOf)
    .filter((lines) => lines.length > 0)
    .map((lines) => `<div>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`)
    .join('\n');
}
