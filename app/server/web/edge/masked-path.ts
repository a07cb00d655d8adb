/** A path as it may stand in a log: personal links show where they lead but not whose they are, and no query. */
export function maskedPath(url: string): string {
  return plain(url.split('?', 1)[0] ?? '')
    .replace(
      /^(\/+(?:registrations|speaking|unsubscribe|preferences|subscriptions|supporting|joining|introductions|invited|memberships|openings)\/+)(?!mailed(?:\.data)?$)[^/]+/i,
      '$1***',
    )
    .replace(/^(\/+sign-in\/+link\/+)[^/]+/i, '$1***')
    .slice(0, 300)
}

// The router decodes before it matches, so a link spelled with %-codes is as personal as a plain one.
function plain(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
