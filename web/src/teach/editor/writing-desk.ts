import type { Editor } from '@tiptap/core';
import { DOMParser as DocumentParser, Slice, type Schema } from '@tiptap/pm/model';
import type { EditorProps } from '@tiptap/pm/view';
import { cleanPaste, plainAsHtml } from './clean-paste.js';
import { LessonText } from './lesson-text.js';

/** Offered to the list of articles before the editor's own keys; true when the key was for the list. */
export type KeyListener = (event: KeyboardEvent) => boolean;

/** What the editor tells and asks; the newest ones count. */
export interface DeskCallbacks {
  onChange(markdown: string): void;
  /** A picture was pasted or dropped. */
  onPicture(file: File): void;
  imageAddress(path: string): Promise<string | null>;
}

/** Room that the tools above the text take, and a little below it, px. */
const CLEAR = { top: 180, right: 0, bottom: 80, left: 0 };

function pictureOf(data: DataTransfer | null): File | null {
  // Word puts a picture of the copied words beside the words themselves.
  if (!data || data.types.includes('text/html')) return null;
  return [...data.files].find(({ type }) => /^image\/(jpeg|png|webp|gif)$/.test(type)) ?? null;
}

/** Plain text as blocks. */
function sliceOf(plain: string, schema: Schema): Slice {
  const page = new DOMParser().parseFromString(plainAsHtml(plain), 'text/html');
  return Slice.maxOpen(DocumentParser.fromSchema(schema).parse(page.body).content);
}

/** What belongs to one open editor and not to its drawing: the text it began with, who hears its keys, its tools. */
export class WritingDesk {
  private text: LessonText | null = null;
  private callbacks: DeskCallbacks | null = null;
  private keys: KeyListener | null = null;
  private tools: HTMLElement | null = null;

  heed = (callbacks: DeskCallbacks): void => {
    this.callbacks = callbacks;
  };

  hearKeys = (keys: KeyListener | null): void => {
    this.keys = keys;
  };

  holdTools = (tools: HTMLElement | null): void => {
    this.tools = tools;
  };

  imageAddress = (path: string): Promise<string | null> => this.callbacks?.imageAddress(path) ?? Promise.resolve(null);

  /** Puts the lesson into an empty editor; that is no change, and nothing to undo. */
  begin(editor: Editor, markdown: string): void {
    const lesson = new LessonText(editor.schema);
    const { tr, doc } = editor.state;
    tr.replaceWith(0, doc.content.size, lesson.read(markdown));
    editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
    this.text = lesson;
  }

  tellChange({ state }: Editor): void {
    if (this.text) this.callbacks?.onChange(this.text.write(state.doc));
  }

  readonly props: EditorProps = {
    scrollMargin: CLEAR,
    scrollThreshold: CLEAR,
    transformPastedHTML: (html) => cleanPaste(html),
    clipboardTextParser: (plain, _context, _isPlain, { state }) => sliceOf(plain, state.schema),
    handlePaste: (_view, { clipboardData }) => this.takePicture(clipboardData),
    handleDrop: (_view, { dataTransfer }) => this.takePicture(dataTransfer),
    handleKeyDown: (_view, event) => {
      if (event.key !== 'F10' || !event.altKey) return this.keys?.(event) ?? false;
      // The place that is tabbed to, or the first one while that is switched off.
      this.tools?.querySelector<HTMLElement>('[tabindex="0"]:not(:disabled), select')?.focus();
      return true;
    },
  };

  private takePicture(data: DataTransfer | null): boolean {
    const file = pictureOf(data);
    if (file) this.callbacks?.onPicture(file);
    return file !== null;
  }
}
