/** `to` when it is a path of this site, else `otherwise`: a sign-in never sends anybody elsewhere. */
export function localPath(to: string | null | undefined, otherwise = '/organize'): string {
  if (!to || to.length > 500 || !/^\/[\w\-.~/%?=&+]*$/.test(to) || to.startsWith('//')) return otherwise
  const url = new URL(to, 'http://local.invalid')
  if (url.host !== 'local.invalid' || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-'))
    return otherwise
  return `${url.pathname}${url.search}`
}

/** The address a person would see for a request, also when a script asked for its data. */
export function ownPath(requestUrl: string): string {
  const url = new URL(requestUrl)
  for (const internal of ['_data', '_routes', 'index']) url.searchParams.delete(internal)
  return `${url.pathname.replace(/\.data$/, '')}${url.search}`
}
