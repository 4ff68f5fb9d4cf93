import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../ui/button.js';
import { Empty } from '../ui/states.js';

/** A piece of the application that could not be loaded: offline before it was ever opened, or replaced by a release. */
const isMissingPiece = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|Importing a module|preload CSS|module script/i.test(error.message);

function Broken({ error }: { error: unknown }) {
  const t = useTranslations('app');
  const missing = isMissingPiece(error);
  const reload = <ActionButton onClick={() => location.reload()}>{t('reload')}</ActionButton>;
  return (
    <Empty title={missing ? t('missingPieceTitle') : t('brokenTitle')} action={reload}>
      {missing ? t('missingPieceText') : t('brokenText')}
    </Empty>
  );
}

/** Keeps a fault of one screen from taking the frame with it; another address starts afresh. */
export class ErrorBoundary extends Component<
  { place: string; children: ReactNode },
  { error: unknown; place: string }
> {
  override state: { error: unknown; place: string } = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  static getDerivedStateFromProps(
    props: { place: string },
    state: { error: unknown; place: string },
  ): { error: unknown; place: string } | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}
