import { isbot } from 'isbot'

/** What a request for a link most likely is. What is unsure stays unsure: it is shown, and counted as nobody. */
export type VisitKind = 'person' | 'machine' | 'unsure'

/** What a browser says of itself; a field that was not sent is empty. */
export type VisitSigns = {
  method: string
  agent: string
  /** Sec-Purpose, Purpose, X-Purpose, X-Moz: the page is fetched before anybody asked for it. */
  purpose: string
  /** Sec-Fetch-Mode and -Dest (W3C Fetch Metadata). Browsers send them over https and to localhost only. */
  mode: string
  dest: string
  language: string
  accept: string
  /** Whether it was asked for over https, as far as our own address says. */
  isSecure: boolean
}

/** The signs of a request, from its headers by their names in lower case. */
export function visitSigns(
  method: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  isSecure: boolean,
): VisitSigns {
  const { 'sec-purpose': secPurpose, purpose, 'x-purpose': xPurpose, 'x-moz': moz } = headers
  return {
    method,
    agent: sent(headers['user-agent']),
    purpose: secPurpose || purpose || xPurpose || moz ? [secPurpose, purpose, xPurpose, moz].join(' ') : '',
    mode: sent(headers['sec-fetch-mode']),
    dest: sent(headers['sec-fetch-dest']),
    language: sent(headers['accept-language']),
    accept: sent(headers.accept),
    isSecure,
  }
}

const sent = (value: string | string[] | undefined) => (value === undefined ? '' : String(value))

/** A program that reads what mails link to, or shows a preview of a page in a conversation. */
const readers =
  /bot\b|spider|crawl|preview|scan|safelinks|proofpoint|mimecast|barracuda|symantec|fortinet|trendmicro|cloudmark|urldefense|facebookexternalhit|whatsapp|telegram|slack|discord|viber|zalo.*(preview|fetch)|skypeuripreview|headless|phantom|python|curl|wget|java\/|go-http|okhttp|axios|node|ruby|perl|libwww|httpclient|powershell/i
// Pages inside other apps of an iPhone name the app in place of a browser.
const browsers =
  /^mozilla\/5\.0 .*(firefox|chrome|crios|safari|edg|opr|samsungbrowser|zalo|fban|fbav|fb_iab|instagram|mobile\/\w+)/i

/** The first versions that say over https what they fetch (W3C Fetch Metadata). */
const saysFetch = [
  { engine: /chrome\/(\d+)/i, from: 80 },
  { engine: /firefox\/(\d+)/i, from: 90 },
  { engine: /version\/(\d+)[\d.]* (?:mobile\/\w+ )?safari/i, from: 17 },
]

/** What a name says: of a reader that is no person, of a browser, of one that says over https what it fetches. */
type AgentSigns = { isReader: boolean; isBrowser: boolean; saysFetch: boolean }

// A hall full of people has a few dozen names between them.
const remembered = new Map<string, AgentSigns>()

function agentSigns(agent: string): AgentSigns {
  const known = remembered.get(agent)
  if (known) return known
  const found = saysFetch.find(({ engine }) => engine.test(agent))
  const signs = {
    isReader: agent === '' || readers.test(agent) || isbot(agent),
    isBrowser: browsers.test(agent),
    saysFetch: found !== undefined && Number(found.engine.exec(agent)?.[1]) >= found.from,
  }
  if (remembered.size >= 1000) remembered.clear()
  if (agent.length < 1000) remembered.set(agent, signs)
  return signs
}

/**
 * Judges one request by what it says of itself. A person is a browser that goes to a page: it asks by GET, names what it
 * does, and the language of its reader. Mail scanners borrow a browser's name, and seldom the rest.
 */
export function visitKind(signs: VisitSigns): VisitKind {
  const { method, agent, purpose, mode, dest, language, accept, isSecure } = signs
  if (method !== 'GET' || (purpose && /prefetch|prerender|preview/i.test(purpose))) return 'machine'
  const { isReader, isBrowser, saysFetch } = agentSigns(agent)
  if (isReader) return 'machine'
  if (!isBrowser || (isSecure && mode === '' && saysFetch)) return 'unsure'
  if (mode !== '') return mode === 'navigate' && dest === 'document' && language !== '' ? 'person' : 'machine'
  return language !== '' && /text\/html/.test(accept) ? 'person' : 'unsure'
}
