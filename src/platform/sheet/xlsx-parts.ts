import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { EMPTY_CELL, isEmptyRow, SHEET_LIMITS, SheetFault, type Cell, type SheetRow } from './sheet.js';

/** Markup that goes on for longer than this without a tag is nothing a spreadsheet program writes. */
const LONGEST_SILENCE = 1_048_576;

/** Reads one XML part of an xlsx file, piece by piece. Entities of a DTD are unknown to it: a DTD is refused. */
export abstract class PartReader {
  private readonly parser = new SaxesParser();
  private silence = 0;

  constructor() {
    this.parser.on('error', () => {
      throw new SheetFault('file-damaged');
    });
    this.parser.on('doctype', () => {
      throw new SheetFault('file-damaged');
    });
    this.parser.on('opentag', (tag) => {
      this.silence = 0;
      this.open(localName(tag.name), tag);
    });
    this.parser.on('closetag', (tag) => {
      this.silence = 0;
      this.close(localName(tag.name));
    });
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  feed(xml: string): void {
    this.silence += xml.length;
    this.parser.write(xml);
    if (this.silence > LONGEST_SILENCE) throw new SheetFault('file-cell-too-long', { row: 0 });
  }

  end(xml: string): void {
    this.parser.write(xml).close();
  }

  protected abstract open(name: string, tag: SaxesTagPlain): void;
  protected close(_name: string): void {}
  protected text(_text: string): void {}
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function attribute(tag: SaxesTagPlain, wanted: string): string | undefined {
  for (const [name, value] of Object.entries(tag.attributes)) if (localName(name) === wanted) return value;
  return undefined;
}

/** `*.rels` and the list of content types. */
export class RelationsReader extends PartReader {
  readonly targets = new Map<string, string>();
  hasMacros = false;
  private readonly types = new Map<string, string>();

  /** @param type the last word of the relation's type, alike in the transitional and the strict format */
  byType(type: string): string | undefined {
    return this.types.get(type);
  }

  protected open(name: string, { attributes }: SaxesTagPlain): void {
    if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) this.hasMacros = true;
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const target = attributes['Target'] ?? '';
    this.targets.set(attributes['Id'] ?? '', target);
    this.types.set((attributes['Type'] ?? '').split('/').at(-1) ?? '', target);
  }
}

export class WorkbookReader extends PartReader {
  readonly sheets: { relation: string; isVisible: boolean }[] = [];
  isDate1904 = false;

  protected open(name: string, tag: SaxesTagPlain): void {
    if (name === 'workbookPr') this.isDate1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
    if (name !== 'sheet') return;
    const isVisible = (attribute(tag, 'state') ?? 'visible') === 'visible';
    // Two attributes end in "id": the relation is the one with a prefix.
    const relation = Object.entries(tag.attributes).find(([key]) => /:id$/.test(key))?.[1];
    this.sheets.push({ relation: relation ?? '', isVisible });
  }
}

/** The table of texts that cells point into. */
export class SharedTextReader extends PartReader {
  readonly texts: string[] = [];
  private current = '';
  private isText = false;
  private isPhonetic = false;

  protected open(name: string): void {
    if (name === 'si') this.current = '';
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 't') this.isText = !this.isPhonetic;
  }

  protected override close(name: string): void {
    if (name === 't') this.isText = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'si') this.texts.push(unescaped(this.current));
  }

  protected override text(text: string): void {
    if (this.isText) this.current += text;
  }
}

export class SheetReader extends PartReader {
  private rows: SheetRow[] = [];
  private cells: Cell[] = [];
  private number = 0;
  private column = 0;
  private type = '';
  private value = '';
  private isFormula = false;
  private isValue = false;
  private isPhonetic = false;
  private count = 0;

  constructor(private readonly texts: readonly string[]) {
    super();
  }

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  protected open(name: string, { attributes }: SaxesTagPlain): void {
    switch (name) {
      case 'row':
        this.number = wholeNumber(attributes['r']) ?? this.number + 1;
        this.column = 0;
        this.cells = [];
        break;
      case 'c':
        this.column = columnOf(attributes['r']) ?? this.column + 1;
        this.type = attributes['t'] ?? 'n';
        this.value = '';
        this.isFormula = false;
        break;
      case 'f':
        this.isFormula = true;
        break;
      case 'rPh':
        this.isPhonetic = true;
        break;
      case 'v':
      case 't':
        this.isValue = !this.isPhonetic;
        break;
    }
  }

  protected override close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  protected override text(text: string): void {
    if (this.isValue) this.value += text;
  }

  private endCell(): void {
    const cell = this.cell();
    // Columns coloured to the far right are empty and harm nobody.
    if (cell.text.trim() === '' && cell.kind !== 'formula') return;
    if (this.column > SHEET_LIMITS.columns) throw new SheetFault('file-too-wide');
    if (cell.text.length > SHEET_LIMITS.cellLength) throw new SheetFault('file-cell-too-long', { row: this.number });
    while (this.cells.length < this.column - 1) this.cells.push(EMPTY_CELL);
    this.cells[this.column - 1] = cell;
  }

  private cell(): Cell {
    if (this.isFormula) return { kind: 'formula', text: '' };
    switch (this.type) {
      case 's':
        return { kind: 'text', text: this.texts[Number(this.value)] ?? '' };
      case 'n':
        return { kind: 'number', text: plainNumber(this.value.trim()) };
      case 'e':
        // What a formula left behind, such as #REF!.
        return { kind: 'formula', text: '' };
      default:
        return { kind: 'text', text: unescaped(this.value) };
    }
  }

  private endRow(): void {
    if (isEmptyRow(this.cells)) return;
    this.count += 1;
    if (this.count > SHEET_LIMITS.rows) throw new SheetFault('file-too-long', { rows: SHEET_LIMITS.rows });
    this.rows.push({ number: this.number, cells: this.cells });
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `C7` is in column 3. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A telephone number that was taken for a figure is stored as 9.01234567E8. */
function plainNumber(text: string): string {
  if (!/[eE.]/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
