const starting = '<script type="module" async="">'

/**
 * A page whose scripts wait for a touch (public/wake.js): what would load them is renamed. Its inline scripts were named
 * by their hashes before, so that the one that wakes is the one that was sent. Throws where nothing would wake.
 */
export function asleep(html: string): string {
  if (!html.includes(starting)) throw new Error('The page has no script that could sleep.')
  return html
    .replaceAll('rel="modulepreload"', 'rel="asleep"')
    .replace(starting, '<script type="text/plain" data-asleep>')
}
