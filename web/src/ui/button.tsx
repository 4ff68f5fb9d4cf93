import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Loader.css';
import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { Link } from 'wouter';

type Look = 'primary' | 'quiet' | 'good' | 'danger' | 'plain' | 'on-blue';

const LOOKS: Record<Look, Partial<ButtonProps>> = {
  primary: { variant: 'filled' },
  quiet: { variant: 'default' },
  good: { variant: 'filled', color: 'leaf' },
  danger: { variant: 'filled', color: 'brick' },
  plain: { variant: 'subtle' },
  'on-blue': { variant: 'white' },
};

interface Common {
  look?: Look;
  /** Fills the width. */
  wide?: boolean;
  icon?: ReactNode;
  iconAfter?: ReactNode;
  children: ReactNode;
}

const shape = ({ look = 'primary', wide, icon, iconAfter }: Common): Partial<ButtonProps> => ({
  ...LOOKS[look],
  fullWidth: wide,
  leftSection: icon,
  rightSection: iconAfter,
  // At least 48 px, and taller when a long Vietnamese label wraps.
  h: 'auto',
  mih: '3rem',
  px: '1.125rem',
  py: '0.5rem',
  fz: 'md',
  styles: {
    // Links have no centring of their own, and the height is only a minimum here.
    root: { display: 'inline-flex', alignItems: 'center', justifyContent: 'center' },
    inner: { height: 'auto' },
    label: { whiteSpace: 'normal', lineHeight: 1.3, textAlign: 'center', overflow: 'visible', height: 'auto' },
  },
});

type ActionProps = Common & {
  busy?: boolean;
} & Pick<
    ComponentPropsWithoutRef<'button'>,
    'onClick' | 'type' | 'disabled' | 'aria-expanded' | 'aria-haspopup' | 'aria-pressed' | 'aria-describedby' | 'form'
  >;

export function ActionButton({ look, wide, icon, iconAfter, busy, children, ...button }: ActionProps) {
  return (
    <Button type="button" {...shape({ look, wide, icon, iconAfter, children })} loading={busy} {...button}>
      {children}
    </Button>
  );
}

/** A way to another screen that looks like a button. */
export function LinkButton({ href, look, wide, icon, iconAfter, children }: Common & { href: string }) {
  return (
    <Button component={Link} href={href} {...shape({ look, wide, icon, iconAfter, children })}>
      {children}
    </Button>
  );
}

/** A file or a page outside the application. */
export function FileLink({
  href,
  look,
  wide,
  icon,
  children,
  ...anchor
}: Common & { href: string } & Pick<ComponentPropsWithoutRef<'a'>, 'download' | 'target' | 'rel'>) {
  return (
    <Button component="a" href={href} {...shape({ look, wide, icon, children })} {...anchor}>
      {children}
    </Button>
  );
}
