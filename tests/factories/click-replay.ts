import { seededRandom } from './randomness.ts'

/**
 * A day of requests for the links of one promotion, each with what it was. Written from what these programs are publicly
 * known to do: Microsoft Safe Links and Barracuda open mails' links at delivery, Proofpoint from changing addresses of
 * one network, some look with HEAD first, gateways in a company come from the address of its people, browsers and mail
 * programs fetch ahead with a Purpose, messengers draw previews. It knows nothing of our rules.
 */
export type Click = {
  at: number
  link: string
  address: string
  headers: Record<string, string>
  method: 'GET' | 'HEAD'
  /** Who it was: a person by number, or a machine. */
  who: string
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const mailLinks = ['register', 'agenda', 'session', 'partner']

const chrome = (version: number, system: string) =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 ${system.startsWith('Linux; Android') ? 'Mobile ' : ''}Safari/537.36`
const windows = 'Windows NT 10.0; Win64; x64'
// Chrome on Android names neither the phone nor its system: a hall is full of the same name.
const android = (version: number) => chrome(version, 'Linux; Android 10; K')
const iPhone = (version: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version.replace('.', '_')} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`
const webView = (tail: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 ${tail}`

const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const page = {
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'none',
  accept: html,
}
const browsers = {
  desk: [
    chrome(140, windows),
    chrome(139, windows),
    `${chrome(140, windows)} Edg/140.0.0.0`,
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  ],
  phone: [
    iPhone('18.6'),
    iPhone('18.5'),
    iPhone('17.6'),
    android(140),
    android(139),
    `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  inApp: [
    webView('[FBAN/FBIOS;FBAV/480.0.0.34;FBBV/1;FBDV/iPhone15,3]'),
    webView('Zalo iOS/25.8.1'),
    webView('Instagram 390.0.0.0 (iPhone15,3; iOS 18_6)'),
    'Mozilla/5.0 (Linux; Android 14; SM-A546E Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/139.0.7258.94 Mobile Safari/537.36 Zalo android/2508 ZaloTheme/light',
    'Mozilla/5.0 (Linux; Android 14; SM-A546E Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/139.0.7258.94 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.0;]',
  ],
}
// Safari before 16.4 says nothing of what it fetches.
const oldSafari = { agent: iPhone('15.6'), headers: { accept: html } }
const previews = [
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.24.20.89 A',
  'TelegramBot (like TwitterBot)',
  'Twitterbot/1.0',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Viber/22.0',
]

type Reader = { who: string; address: string; agent: string; language: string; fetches: boolean }
type Sent = Pick<Click, 'address' | 'headers'> & { isHead?: boolean }

/** Who there is on that day, and what they do: one press after the other is written down in `clicks`. */
function actors(random: ReturnType<typeof seededRandom>) {
  const { below, pick, chance } = random
  const clicks: Click[] = []
  let people = 0
  const anywhere = (first: number[]) => `${pick(first)}.${below(256)}.${below(256)}.${1 + below(254)}`
  const homeAddress = () => anywhere([113, 171, 27, 14])
  const cloudAddress = () => anywhere([3, 18, 34, 52])

  function reader(kind: keyof typeof browsers, address = homeAddress()): Reader {
    people += 1
    const isOld = kind === 'phone' && chance(0.06)
    return {
      who: `person ${people}`,
      address,
      agent: isOld ? oldSafari.agent : pick(browsers[kind]),
      language: pick(['vi-VN,vi;q=0.9,en;q=0.8', 'vi', 'en-US,en;q=0.9', 'vi-VN', 'en-GB,en;q=0.8']),
      fetches: !isOld,
    }
  }
  function opens({ agent, language, fetches, address, who }: Reader, link: string, at: number) {
    const headers = {
      'user-agent': agent,
      'accept-language': language,
      ...(fetches ? page : oldSafari.headers),
    }
    clicks.push({ at, link, address, headers, method: 'GET', who })
  }
  /** One press; some press twice, some come back to the page, some the next day. */
  function presses(by: Reader, link: string, at: number) {
    opens(by, link, at)
    if (chance(0.04)) opens(by, link, at + 200 + below(1300))
    if (chance(0.06)) opens(by, link, at + 2 * minute + below(20 * minute))
    if (chance(0.05)) opens(by, link, at + 20 * hour + below(8 * hour))
  }
  const machine = (who: string, link: string, at: number, { address, headers, isHead = false }: Sent) =>
    clicks.push({ at, link, address, headers, method: isHead ? 'HEAD' : 'GET', who })
  return { below, pick, chance, random, clicks, reader, presses, machine, cloudAddress }
}
type Actors = ReturnType<typeof actors>

const scanners = ['safe links', 'safe links', 'barracuda', 'proofpoint', 'gateway', 'none'] as const

/** Every link of one mail, as the scanner of a company opens it at delivery. */
function scans(
  { below, chance, machine, cloudAddress }: Actors,
  scanner: string,
  company: string,
  at: number,
) {
  const edge = `${chrome(120, windows)} Edg/120.0.0.0`
  const whole = { 'user-agent': edge, 'accept-language': 'en-US,en;q=0.9', ...page }
  const bare = { 'user-agent': chrome(79, windows), accept: '*/*' }
  let then = at
  const each = (visit: (link: string, at: number) => void, least: number, most: number) => {
    for (const link of mailLinks) {
      visit(link, then)
      then += least + below(most - least)
    }
  }
  if (scanner === 'safe links') {
    // A third of them from beside the published ranges of Exchange Online, the others from anywhere in the cloud.
    const address = chance(0.34) ? `40.94.${below(256)}.${1 + below(254)}` : cloudAddress()
    const looksFirst = chance(0.4)
    const headers = chance(0.6) ? whole : { ...bare, 'user-agent': edge }
    const looks = (link: string, when: number) => {
      if (looksFirst) machine(scanner, link, when, { address, headers, isHead: true })
      machine(scanner, link, when + 300, { address, headers })
    }
    each(looks, 200, 2500)
  } else if (scanner === 'barracuda') {
    const address = `209.222.8${below(8)}.${1 + below(254)}`
    each((link, when) => machine(scanner, link, when, { address, headers: bare }), 300, 2000)
  } else if (scanner === 'proofpoint') {
    const network = `148.163.1${28 + below(20)}`
    const headers = chance(0.5) ? whole : bare
    const from = () => `${network}.${1 + below(254)}`
    each((link, when) => machine(scanner, link, when, { address: from(), headers }), 500, 3000)
  } else if (scanner === 'gateway') {
    const headers = {
      'user-agent': chrome(138, windows),
      'accept-language': 'en-US,en;q=0.9',
      ...page,
    }
    each((link, when) => machine(scanner, link, when, { address: company, headers }), 100, 1500)
  }
}

/** Mails to people at home, and to companies whose people share an address. */
function mails(all: Actors) {
  const { below, pick, chance, random, reader, presses } = all
  const reads = (by: Reader, delivered: number) => {
    const at = delivered + 2 * minute + Math.floor(10 * hour * random.next() ** 2)
    const first = pick(mailLinks)
    presses(by, first, at)
    const other = pick(mailLinks.filter((one) => one !== first))
    if (chance(0.2)) presses(by, other, at + 20 * second + below(4 * minute))
  }
  for (let n = 0; n < 700; n++)
    if (chance(0.6)) reads(reader(chance(0.6) ? 'phone' : 'desk'), below(20 * minute))
  for (let company = 0; company < 12; company++) {
    const address = `203.113.${company}.${1 + below(254)}`
    const scanner = pick(scanners)
    for (let left = 15 + below(40); left > 0; left--) {
      const delivered = below(20 * minute)
      scans(all, scanner, address, delivered + below(20 * second))
      if (chance(0.5)) reads(reader('desk', address), delivered)
    }
  }
}

/** A hall that scans one poster within forty minutes, behind one address; a post, read in apps and on phones. */
function posterAndPost({ below, chance, reader, presses, machine }: Actors) {
  for (let n = 0; n < 260; n++)
    presses(reader('phone', '118.70.1.9'), 'poster', 3 * hour + below(40 * minute))
  for (let n = 0; n < 420; n++) {
    const by = reader(chance(0.55) ? 'inApp' : 'phone')
    const at = below(20 * hour)
    presses(by, 'post', at)
    if (!chance(0.25)) continue
    const headers = {
      ...page,
      'user-agent': by.agent,
      'accept-language': by.language,
      'sec-purpose': 'prefetch;prerender',
    }
    machine('prefetch', 'post', Math.max(0, at - 2 * second), { address: by.address, headers })
  }
}

/** Previews in messengers, and programs that read whatever they find. */
function programs({ below, pick, machine, cloudAddress }: Actors) {
  const headless = chrome(125, 'X11; Linux x86_64').replace('Chrome', 'HeadlessChrome')
  const agents = ['curl/8.5.0', 'python-requests/2.32.3', 'Go-http-client/2.0', headless]
  const comes = (who: string, link: string, agent: string) => {
    const headers = { 'user-agent': agent, accept: '*/*' }
    machine(who, link, below(24 * hour), { address: cloudAddress(), headers })
  }
  for (let n = 0; n < 350; n++) comes('preview', pick([...mailLinks, 'post']), pick(previews))
  for (let n = 0; n < 60; n++) comes('program', pick(['post', 'poster']), pick(agents))
}

export function clickReplay(seed: number): Click[] {
  const all = actors(seededRandom(seed))
  mails(all)
  posterAndPost(all)
  programs(all)
  return all.clicks.sort((a, b) => a.at - b.at)
}

/** How many people opened each link: whoever comes back within half an hour is the same one, later they are counted anew. */
export function peopleIn(clicks: readonly Click[]): Map<string, number> {
  const last = new Map<string, number>()
  const people = new Map<string, number>()
  for (const { who, link, at } of clicks) {
    if (!who.startsWith('person')) continue
    const key = `${who} ${link}`
    if (at - (last.get(key) ?? Number.NEGATIVE_INFINITY) > 30 * minute)
      people.set(link, (people.get(link) ?? 0) + 1)
    last.set(key, at)
  }
  return people
}
