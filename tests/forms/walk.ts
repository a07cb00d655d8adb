import { routeMap as routes } from '../access/route-map.ts'
import { rules } from '../access/rules.ts'
import { send } from '../requests.ts'
import { formsIn, type HtmlForm, linksIn } from './html-forms.ts'

type App = { port: number }
export type FoundForm = HtmlForm & { route: string; actionRoute: string; name: string }

// Whole addresses before those with something to fill in, and what takes all that is left at the end.
const fills = (path: string) => (path.includes('*') ? 100 : path.split(':').length)
const patterns = routes
  .map(({ path = '' }) => path)
  .sort((a, b) => fills(a) - fills(b) || b.length - a.length)
  .map((path) => ({
    path,
    matches: new RegExp(`^/${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')}$`),
  }))

// Files, streams, and what ends a sign-in.
const isNoPage =
  /\.(csv|xlsx|pdf|png|zip|ics|atom|xml|json|js)$|stream$|(?:agenda|notes)\/live$|clock$|^(?:metrics|health|pictures|portraits|slides)/

/** The route of the map that an address belongs to. */
export function routeOf(address: string): string {
  const { pathname } = new URL(address, 'http://localhost')
  return patterns.find(({ matches }) => matches.test(pathname))?.path ?? '*'
}

type Walk = { starts: string[]; cookie: string; mostOfRoute: number; follows?: RegExp }

/**
 * Every form that can be reached by links from these addresses, at most so many pages of a route. A page that breaks is
 * a fault.
 */
export async function walk(app: App, { starts, cookie, mostOfRoute, follows = /^/ }: Walk) {
  const waiting = [...new Set(starts)]
  const seen = new Set(waiting)
  const counts = new Map<string, number>()
  const [forms, faults]: [FoundForm[], string[]] = [[], []]
  const visit = async (address: string) => {
    const { status, headers, text } = await send(app, address, { cookie })
    if (status >= 500) faults.push(`${address}: ${status}`)
    if (status !== 200 || !headers['content-type']?.startsWith('text/html')) return
    forms.push(...formsIn(text, address).map(named))
    for (const link of linksIn(text, address)) {
      if (seen.has(link) || !follows.test(link)) continue
      seen.add(link)
      waiting.push(link)
    }
  }
  const isWanted = (address: string) => {
    const route = routeOf(address)
    const count = (counts.get(route) ?? 0) + 1
    counts.set(route, count)
    return rules[route]?.get !== undefined && !isNoPage.test(route) && count <= mostOfRoute
  }
  for (let some = waiting.splice(0, 4); some.length > 0; some = waiting.splice(0, 4)) {
    await Promise.all(some.filter(isWanted).map(visit))
  }
  return { forms, faults }
}

/** By its name a form is found again on the same page of another world. */
function named(form: HtmlForm): FoundForm {
  const [route, actionRoute] = [routeOf(form.page), routeOf(form.action)]
  const fields = [...new Set([...form.hidden, ...form.shown])].map((name) =>
    name.replace(/[0-9a-f-]{36}/, 'id'),
  )
  return {
    ...form,
    route,
    actionRoute,
    name: `${route} → ${actionRoute} (${[...new Set(fields)].sort().join(' ')})`,
  }
}

/** Posts a form as a browser does, by its first button or another one. */
export function postForm(
  app: App,
  form: HtmlForm,
  cookie: string,
  fields = form.fields,
  button = form.buttons[0],
) {
  const sent = [...fields, ...(button?.field ? [button.field] : [])]
  const address = button?.action ?? form.action
  if (!form.isMultipart) {
    const body = sent.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
    return send(app, address, {
      cookie,
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
  }
  const parts = sent.map(
    ([name, value]) => `--x7x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const body = Buffer.from(`${parts.join('')}--x7x--\r\n`)
  return send(app, address, {
    cookie,
    body,
    headers: { 'Content-Type': 'multipart/form-data; boundary=x7x' },
  })
}

// Half a surrogate pair has no bytes of its own in UTF-8: these are what a careless program sends for it.
const encode = (text: string) =>
  text
    .split(/(\p{Surrogate})/u)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? '%ED%A0%80' : encodeURIComponent(part)))
    .join('')
