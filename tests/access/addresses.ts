const published = {
  lang: 'vi',
  event: 'harvard-roundtable-2025',
  session: 'opening',
  person: 'dang-hoang-giang',
  initiative: 'friends-of-film',
  list: 'danaff-news',
  secret: 'A'.repeat(43),
  '*': 'nothing/here',
}

/** An address of the route map in a world; what is public is that of the seeds. */
export function addressIn(route: string, params: Record<string, string>): string {
  const isPublic = /^(:lang|events|initiatives|lists|embed)\b/.test(route)
  const known: Record<string, string> = isPublic ? { ...params, ...published } : { ...published, ...params }
  // Two kinds of personal links: each opens pages of its own.
  if (route.startsWith('speaking/')) known.token = known.speaking ?? ''
  const path = route.replace(/:(\w+)|\*/g, (part, name: string | undefined) => known[name ?? part] ?? part)
  return `/${path}`
}
