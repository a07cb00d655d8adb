const published = {
  lang: 'vi',
  event: 'harvard-roundtable-2025',
  session: 'opening',
  person: 'dang-hoang-giang',
  initiative: 'friends-of-film',
  list: 'danaff-news',
  index: 'pai',
  edition: '2024',
  unit: 'phu-yen',
  secret: 'A'.repeat(43),
  '*': 'nothing/here',
}

/** An address of the route map in a world; what is public is that of the seeds. */
export function addressIn(route: string, params: Record<string, string>): string {
  const isPublic = /^(:lang|events|initiatives|indices|lists|embed)\b/.test(route)
  const known: Record<string, string> = isPublic ? { ...params, ...published } : { ...published, ...params }
  // Of the seeds one initiative has cities, and files are named by their kind.
  if (route.endsWith('/:initiative/cities') && isPublic) known.initiative = 'aiws-film-park'
  if (route === 'indices/:file') known.file = 'pai.json'
  // Two kinds of personal links: each opens pages of its own.
  if (route.startsWith('speaking/')) known.token = known.speaking ?? ''
  const path = route.replace(/:(\w+)|\*/g, (part, name: string | undefined) => known[name ?? part] ?? part)
  return `/${path}`
}
