import type { Editor } from '@tiptap/core';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { citedArticle, isAttachment } from './markdown-grammar.js';
import styles from './editor.module.css';

const isAddress = (href: string): boolean =>
  /^(https?:\/\/\S+\.\S+|mailto:\S+@\S+|tel:[+\d]+)$/i.test(href) || citedArticle(href) !== null || isAttachment(href);

/** A link for the chosen words, or new words with one. */
export function LinkSheet({ editor, onClose }: { editor: Editor; onClose(): void }) {
  const t = useTranslations('editor');
  const [old] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [href, setHref] = useState(old === '' ? 'https://' : old);
  const [words, setWords] = useState('');
  const [isAsked, setAsked] = useState(false);
  const needsWords = old === '' && editor.state.selection.empty;
  const isBad = !isAddress(href.trim());
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isBad) return;
    const link = { type: 'link', attrs: { href: href.trim(), title: null } };
    const chain = editor.chain().focus();
    if (needsWords) chain.insertContent({ type: 'text', text: words.trim() || href.trim(), marks: [link] }).run();
    else chain.extendMarkRange('link').setMark('link', link.attrs).run();
    onClose();
  };
  const remove = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('linkTitle')}
      actions={
        <>
          {old !== '' && (
            <ActionButton look="quiet" onClick={remove}>
              {t('linkRemove')}
            </ActionButton>
          )}
          <ActionButton type="submit" form="link-form">
            {t('linkSave')}
          </ActionButton>
        </>
      }
    >
      <form id="link-form" className={styles.form} noValidate onSubmit={save}>
        <TextField
          label={t('linkAddress')}
          hint={t('linkHint')}
          type="url"
          value={href}
          error={isAsked && isBad ? t('linkBad') : undefined}
          onChange={(event) => setHref(event.target.value)}
        />
        {needsWords && (
          <TextField label={t('linkWords')} value={words} onChange={(event) => setWords(event.target.value)} />
        )}
      </form>
    </Sheet>
  );
}
