/** Dark, light, or as the system has it. */
export type Theme = 'dark' | 'light' | undefined;

const KEY = 'beatboard.theme';

/** The theme that was chosen; undefined follows the system. */
export function chosenTheme(): Theme {
  try {
    const t = localStorage.getItem(KEY);
    return t === 'dark' || t === 'light' ? t : undefined;
  } catch {
    return undefined;
  }
}

/** Shows the page in the chosen theme. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}

/** Changes from dark to light and back. */
export function toggleTheme(): void {
  const light = document.documentElement.dataset['theme']
    ? document.documentElement.dataset['theme'] === 'light'
    : matchMedia('(prefers-color-scheme: light)').matches;
  try {
    localStorage.setItem(KEY, light ? 'dark' : 'light');
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  document.documentElement.dataset['theme'] = light ? 'dark' : 'light';
}
