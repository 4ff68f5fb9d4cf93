import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './ui/base.css';
import './ui/fonts.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLearning } from './api/start.js';
import { App, makeQueryClient } from './app/app.js';
import { installServiceWorker } from './app/service-worker.js';
import { theme } from './theme.js';
import type {} from './messages.js';

const root = document.getElementById('root');
if (root) {
  // Later visits have the fonts on the device; the first one is drawn with the phone's own.
  if (navigator.serviceWorker?.controller) document.documentElement.classList.add('own-font');
  const queries = makeQueryClient();
  void startLearning(queries).then(() =>
    createRoot(root).render(
      <StrictMode>
        <MantineProvider theme={theme} forceColorScheme="light">
          <App queries={queries} />
        </MantineProvider>
      </StrictMode>,
    ),
  );
  // After the first screen: installing costs a phone's whole bandwidth for a moment.
  addEventListener('load', () => setTimeout(() => void installServiceWorker(), 2_000));
}
