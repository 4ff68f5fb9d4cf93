import { createTheme, rem, type MantineColorsTuple } from '@mantine/core';

// Ten steps each; step 7 is the colour of the guide and the one that components use. All have at least 4.5:1 on white.
const union: MantineColorsTuple = [
  '#EEF4F9',
  '#DCE8F2',
  '#B6CFE3',
  '#8DB4D3',
  '#669AC4',
  '#4482B5',
  '#25699F',
  '#0B4F8A',
  '#083F6F',
  '#062F53',
];
const gold: MantineColorsTuple = [
  '#FCF6E6',
  '#F7EBC8',
  '#EED592',
  '#E3BD5A',
  '#CDA131',
  '#B08617',
  '#9A7207',
  '#855F00',
  '#6B4C00',
  '#503900',
];
const leaf: MantineColorsTuple = [
  '#EAF5EE',
  '#D3EADB',
  '#A6D3B6',
  '#77BB90',
  '#4DA56F',
  '#2F9156',
  '#1B7D45',
  '#0F6A38',
  '#0B562D',
  '#084022',
];
const brick: MantineColorsTuple = [
  '#FBEDED',
  '#F6D9D9',
  '#EBB0B0',
  '#DF8585',
  '#D15C5C',
  '#C23C3C',
  '#B12626',
  '#9F1B1B',
  '#801414',
  '#5F0E0E',
];

export const theme = createTheme({
  colors: { union, gold, leaf, brick },
  primaryColor: 'union',
  primaryShade: 7,
  autoContrast: true,
  white: '#FFFFFF',
  black: '#1B2430',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  // Nothing is smaller than 16 px: many readers are past fifty and read on the shop floor.
  fontSizes: { xs: rem(16), sm: rem(16), md: rem(17), lg: rem(20), xl: rem(22) },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.4' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  defaultRadius: 8,
  respectReducedMotion: true,
  cursorType: 'pointer',
});
