/** The page behind a personal link to which a refused step belongs; nothing where the link itself is dead. */
export function ownPageOf(pathname: string, status: number): string | undefined {
  return status === 404 ? undefined : /^\/(?:registrations|speaking)\/[^/]+(?=\/.)/.exec(pathname)?.[0]
}
