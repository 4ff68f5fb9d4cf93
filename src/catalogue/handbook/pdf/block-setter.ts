import type { Block, BoxBlock, ListBlock, Run } from '../lesson-document.js';
import { WORDING } from '../wording.js';
import type { FaceName } from './faces.js';
import { breakLines } from './line-breaking.js';
import { Looks, type Passage } from './looks.js';
import { PageFlow, type TagNode } from './page-flow.js';
import { BLUE, boxColours, INK, LEADING, LINE } from './paper.js';
import { setTable } from './table-setter.js';

const HEADINGS = {
  2: { scale: 1.22, face: 'bold' },
  3: { scale: 1.08, face: 'semibold' },
  4: { scale: 1, face: 'semibold' },
} as const;

/** Sets the blocks of a lesson one below the other. */
export class BlockSetter {
  readonly body: Passage;

  constructor(
    readonly flow: PageFlow,
    readonly looks: Looks,
    readonly size: number,
  ) {
    this.body = { face: 'regular', size, colour: INK };
  }

  get lineHeight(): number {
    return this.size * LEADING;
  }

  blocks(blocks: Block[], parent: TagNode): void {
    blocks.forEach((block, index) => this.block(block, parent, blocks[index + 1]));
  }

  private block(block: Block, parent: TagNode, next: Block | undefined): void {
    switch (block.kind) {
      case 'paragraph':
        return this.paragraph(block.runs, parent);
      case 'heading':
        return this.heading(block.runs, { ...HEADINGS[block.level], tag: `H${block.level + 1}` }, parent, next);
      case 'list':
        return this.list(block, parent);
      case 'table':
        return setTable(this, block, parent);
      case 'box':
        return this.box(block, parent);
      case 'quote':
        return this.quote(block.blocks, parent);
      case 'code':
        return this.paragraph([{ text: block.text, code: true }], parent);
      case 'rule':
        return this.line();
      case 'picture':
        return this.paragraph([{ text: WORDING.picture(block.description), italic: true }], parent);
    }
  }

  paragraph(runs: Run[], parent: TagNode, given: { passage?: Passage; tag?: string; space?: number } = {}): void {
    const { passage = this.body, tag = 'P', space = this.size * 0.65 } = given;
    this.flow.space(space);
    const lines = breakLines(runs, this.looks.of(passage), this.flow.width);
    this.flow.lines(lines, passage.size * LEADING, { tag, parent });
    this.flow.space(space);
  }

  /** Never the last on its page: what follows begins under it. */
  private heading(
    runs: Run[],
    style: { scale: number; face: FaceName; tag: string },
    parent: TagNode,
    next: Block | undefined,
  ): void {
    const passage = { face: style.face, size: this.size * style.scale, colour: style.tag === 'H3' ? BLUE : INK };
    const height = passage.size * 1.32;
    const lines = breakLines(runs, this.looks.of(passage), this.flow.width);
    this.flow.space(this.size * (style.tag === 'H3' ? 1.7 : 1.3));
    const follows = next?.kind === 'table' || next?.kind === 'box' ? 5 : 2.5;
    this.flow.ensure(lines.length * height + follows * this.lineHeight);
    const top = this.flow.place(lines.length * height);
    const node = { tag: style.tag, parent };
    lines.forEach((line, i) => this.flow.putLine(line, { x: this.flow.left, top: top + i * height, height }, node));
    this.flow.space(this.size * 0.45);
  }

  private list({ start, items }: ListBlock, parent: TagNode): void {
    const list = { tag: 'L', parent };
    const look = this.looks.plain({ face: start === null ? 'bold' : 'semibold', size: this.size, colour: BLUE });
    const digits = start === null ? 0 : String(start + items.length - 1).length;
    const indent = this.size * (start === null ? 1.25 : 1.15 + digits * 0.55);
    this.flow.space(this.size * 0.6);
    this.flow.inset(indent, 0, () => {
      items.forEach((item, index) => {
        const node = { tag: 'LI', parent: list };
        const text = start === null ? '•' : `${start + index}.`;
        this.flow.mark({ text, look, before: this.size * 0.5, node: { tag: 'Lbl', parent: node } });
        this.flow.space(this.size * 0.4);
        this.item(item, { tag: 'LBody', parent: node });
      });
    });
    this.flow.space(this.size * 0.65);
  }

  private item(blocks: Block[], node: TagNode): void {
    blocks.forEach((block, index) => {
      if (block.kind === 'paragraph') this.paragraph(block.runs, node, { space: this.size * 0.4, tag: 'P' });
      else this.block(block, node, blocks[index + 1]);
    });
  }

  /** A box stays in one piece if it takes less than half a page. */
  private box({ name, title, blocks }: BoxBlock, parent: TagNode): void {
    const colours = boxColours(name);
    const padding = this.size * 0.85;
    const node = { tag: 'Div', parent };
    const height = this.heightOf(padding * 2 + 3, (dry) =>
      dry.boxContent(title, blocks, { node, colour: colours.edge }),
    );
    const whole = height + padding * 2;
    this.flow.space(this.size * 1.1);
    this.flow.ensure(whole <= this.flow.height * 0.5 ? whole : padding + this.lineHeight * 4);
    this.flow.tinted(colours, padding, () => this.boxContent(title, blocks, { node, colour: colours.edge }));
    this.flow.space(this.size * 1.1);
  }

  private boxContent(title: string, blocks: Block[], given: { node: TagNode; colour: string }): void {
    if (title !== '') {
      const passage: Passage = { face: 'bold', size: this.size * 0.92, colour: given.colour };
      this.paragraph([{ text: title }], given.node, { passage, space: 0 });
      this.flow.space(this.size * 0.35);
    }
    this.blocks(blocks, given.node);
  }

  private quote(blocks: Block[], parent: TagNode): void {
    this.flow.inset(this.size * 1.2, 0, () => this.blocks(blocks, { tag: 'BlockQuote', parent }));
  }

  private line(): void {
    this.flow.space(this.size);
    this.flow.rule(this.flow.place(1), { colour: LINE });
    this.flow.space(this.size);
  }

  /** How high something is on an endless page that is `narrower` than this one. */
  heightOf(narrower: number, set: (dry: BlockSetter) => void): number {
    const { left, right } = this.flow;
    const endless = new PageFlow({ left, right: right - narrower, top: 0, bottom: 1e7 }, 1);
    set(new BlockSetter(endless, this.looks, this.size));
    return endless.y;
  }
}
