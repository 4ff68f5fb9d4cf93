/**
 * Presses the button of the page's form `#auto` once, for who has JavaScript. Not when the page comes back through the
 * browser's history: going back must not post again.
 */
export const AUTO_SUBMIT_SCRIPT = `addEventListener('pageshow', (event) => {
  const [entry] = performance.getEntriesByType('navigation');
  if (!event.persisted && entry?.type !== 'back_forward') document.getElementById('auto')?.requestSubmit();
});
`;
