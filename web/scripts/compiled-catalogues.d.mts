import type { Plugin } from 'vite';

export function compiledCatalogues(): Plugin;
