import { readFileSync } from 'node:fs'
import path from 'node:path'
import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { openFloor } from '#app/features/floor/domain/floor.server.ts'
import { account, event, floor, guestCategory, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { addressIn } from './access/addresses.ts'
import { routeMap as routes } from './access/route-map.ts'
import { rules } from './access/rules.ts'
import { everything, type World, world } from './access/worlds.ts'
import { deadAnchors, formsIn } from './forms/html-forms.ts'
import { type FoundForm, postForm, walk } from './forms/walk.ts'
import { send } from './requests.ts'
import { runningApp } from './running-app.ts'

/** Every form that links lead to, in a world of its own and in the seeds: a new one is found by itself. */
const app = await runningApp({ env: { WORKER: 'off' } })
const long = 600_000

type Open = { form: FoundForm; cookie: string }

let own: World
let found: Open[] = []
let seeded: Open[] = []
beforeAll(async () => {
  own = await world()
  const cookie = await own.cookieOf('admin')
  const [organizer] = await database()
    .select()
    .from(account)
    .where(eq(account.email, 'organizer@example.org'))
  if (!organizer) throw new Error('The seed has no organizer')
  const seedCookie = await signInCookieOf(organizer)
  const starts = Object.keys(rules).map((route) => addressIn(route, own.params))
  starts.push(await floorOf(own), open)
  const mine = await walk(app, { starts, cookie, mostOfRoute: 2 })
  const nobody = await walk(app, {
    starts: ['/sign-in', open],
    cookie: '',
    mostOfRoute: 1,
    follows: /^\/sign-in/,
  })
  const seeds = await walk(app, {
    starts: ['/organize'],
    cookie: seedCookie,
    mostOfRoute: 12,
    follows: edited,
  })
  expect([...mine.faults, ...nobody.faults, ...seeds.faults]).toEqual([])
  const as = (given: string) => (form: FoundForm) => ({ form, cookie: given })
  found = distinct([...mine.forms.map(as(cookie)), ...nobody.forms.map(as(''))])
  seeded = seeds.forms.map(as(seedCookie))
}, long)

const open = '/vi/events/friends-roundtable/register'

/** The pages of the desk that list what can be edited, or edit it. */
const edited =
  /^\/organize(?:\/events\/[^/?]+(?:\/(?:settings|categories|people|agenda\/(?:list|sessions)|notes|recap\/pictures)(?:\/[^/?]+)?)?)?$/

async function floorOf({ params }: World): Promise<string> {
  const [talk] = await database().select().from(session).where(eq(session.id, params.session))
  if (!talk) throw new Error('The world has no session')
  await openFloor(system(), { eventId: talk.eventId, sessionId: talk.id })
  const [made] = await database().select().from(floor).where(eq(floor.sessionId, talk.id))
  return `/floor/${made?.code}`
}

/** One form of each kind; those that take something away come last. */
function distinct(forms: Open[]): Open[] {
  const kinds = [...new Map(forms.map((one) => [one.form.name, one])).values()]
  return [...kinds.filter(({ form }) => !ends(form)), ...kinds.filter(({ form }) => ends(form))]
}

/** An address that offers other words, or times of an import's days, is no form as it is stored. */
const isFilledIn = ({ form }: Open) => /[?&](?:startsAt|from)=/.test(form.page)
const merges = (one: Open) => one.form.hidden.includes('base') && !isFilledIn(one)
const ends = ({ actionRoute }: FoundForm) =>
  /removal|withdrawal|cancellation|dropping|sign-out|publication|dismissal|refusal|decline/.test(actionRoute)

it(
  'every form that edits something saves untouched, and nothing changes',
  async () => {
    const before = await everything()
    const untouched = [...found, ...seeded].filter(merges)
    const answers = await fewAtOnce(untouched, async (one) => {
      const { status } = await postForm(app, one.form, one.cookie)
      return status === 303 ? [] : [`${one.form.page} → ${one.form.action}: ${status}`]
    })
    const after = await everything()
    const changed = Object.keys(before).filter((table) => after[table] !== before[table])
    const pages = new Set(seeded.filter(merges).map(({ form }) => form.actionRoute))
    expect({ answers, changed }).toEqual({ answers: [], changed: [] })
    expect(pages.size).toBeGreaterThan(2)
  },
  long,
)

it(
  'a form that somebody else saved meanwhile comes back with all that was typed, and with what they wrote',
  async () => {
    const inWords = found.filter(merges).filter(({ form }) => worded(form).length > 0)
    const faults = await fewAtOnce(inWords, async ({ form, cookie }) => {
      const [asked = '', other] = worded(form)
      const typed = (...fields: [string, string][]) => {
        const names = fields.map(([name]) => name)
        const rest = form.fields.filter(([name]) => !names.includes(name))
        return postForm(app, form, cookie, [...rest, ...fields])
      }
      const others = other ? [[other, 'Ô này chỉ mình tôi sửa'] as [string, string]] : []
      const theirs = await typed([asked, 'Của người kia'])
      const mine = await typed([asked, 'Của tôi'], ...others)
      const said = `${form.page} ${asked}`
      if (theirs.status !== 303 || mine.status !== 409) return [`${said}: ${theirs.status}, ${mine.status}`]
      const here = formsIn(mine.text, form.action).find((one) => one.hidden.includes('seen'))
      if (!here) return [`${said}: nothing is asked`]
      const value = (name: string) => here.fields.find(([field]) => field === name)?.[1].trim()
      const shown = form.shown.filter((name) => !here.shown.includes(name)).map((name) => `${name} is gone`)
      const isMine = value(asked) === 'Của tôi' && others.every(([name, text]) => value(name) === text)
      const isOffered = mine.text.includes('Của người kia') && here.shown.includes(`choice.${asked}`)
      const saved = await postForm(app, { ...form, ...here }, cookie, [
        ...here.fields,
        [`choice.${asked}`, 'theirs'],
      ])
      return [
        ...shown,
        ...(isMine && isOffered && saved.status === 303 ? [] : ['is not kept, or not asked']),
      ].map((fault) => `${said}: ${fault} (${value(asked)}, ${saved.status})`)
    })
    expect(faults).toEqual([])
    expect(inWords.length).toBeGreaterThan(6)
  },
  long,
)

/** Fields for words, as against addresses, figures and times. */
const isWords = (name: string) => /^(?:title|name|text|caption|alt|position|introduction)(?:\.|$)/.test(name)

// Days and values, and what came before and after, a line each, are no words.
const lines = ['points', 'before', 'after']
const worded = (form: FoundForm) => [
  ...new Set([...form.written.filter((name) => !lines.includes(name)), ...form.typed.filter(isWords)]),
]

/** What careless or hostile programs send, where a form or an address has a place for words. */
const rubbish = ['__proto__', '{"a":', 'off', '[]', '1e99', '-1', '🎬', 'Đ'.repeat(20_000), '[null]']
let turn = 0
const next = () => rubbish[turn++ % rubbish.length] ?? ''

it(
  'with rubbish in a field, hidden ones too, no form breaks or leads to nothing',
  async () => {
    const fields = found.flatMap((one) => [
      ...one.form.hidden.flatMap((name) => [0, 1, 2].map(() => ({ ...one, name, word: next() }))),
      ...one.form.shown.map((name) => ({ ...one, name, word: next() })),
    ])
    const faults = await fewAtOnce(fields, async ({ form, cookie, name, word }) => {
      const others = form.fields.filter(([field]) => field !== name).map(typedInto(form))
      const { status, text } = await postForm(app, form, cookie, [...others, [name, word]])
      const at = `${form.name} ${name}=${word.slice(0, 12)}`
      if (status >= 500) return [`${at}: ${status}`]
      if (status !== 400) return []
      const dead = deadAnchors(text).map((href) => `${at}: ${href} leads to nothing`)
      const isAboutOther = form.hidden.includes(name) && name !== 'base'
      // Files are not sent back, and what one form has ended another cannot end again.
      if (form.isMultipart || isAboutOther || ends(form)) return dead
      return [
        ...dead,
        ...lostIn(text, form, [...others, [name, word]]).map((field) => `${at}: ${field} is lost`),
      ]
    })
    expect(fields.length).toBeGreaterThan(300)
    expect(faults).toEqual([])
  },
  long,
)

/** Somebody wrote more into every long text of a form. */
const typedInto =
  ({ written }: FoundForm) =>
  ([name, value]: [string, string]): [string, string] => [
    name,
    written.includes(name) ? `${value} viết thêm` : value,
  ]

/** What somebody typed and the page that refuses it does not show again, in this form or the one in its place. */
function lostIn(text: string, form: FoundForm, sent: [string, string][]): string[] {
  const shown = formsIn(text, form.action).flatMap(({ fields }) => fields)
  const isKept = ([name, value]: [string, string]) =>
    shown.some(([other, kept]) => other === name && kept.trim() === value.trim())
  const isUntouched = ([name, value]: [string, string]) =>
    form.fields.some(([other, stored]) => other === name && stored === value)
  return sent
    .filter((one) => form.typed.includes(one[0]) && !isUntouched(one) && !isKept(one))
    .map(([name]) => name)
}

it(
  'only a ticked box consents',
  async () => {
    const { form } = found.find((one) => one.form.page === open && one.cookie === '') ?? {}
    if (!form?.shown.includes('consent')) throw new Error('The form of registering asks for no consent')
    const [seats] = await database()
      .select({ code: guestCategory.code })
      .from(guestCategory)
      .innerJoin(event, eq(event.id, guestCategory.eventId))
      .where(and(eq(event.slug, 'friends-roundtable'), isNull(guestCategory.accessCode)))
    const register = async (consent: string) => {
      const typed = { name: 'Lan', email: 'lan@example.org', category: seats?.code ?? '', consent }
      const others = form.fields.filter(([name]) => !(name in typed))
      return (await postForm(app, form, '', [...others, ...Object.entries(typed)])).status
    }
    for (const word of rubbish) expect([word, await register(word)]).toEqual([word, 400])
    expect(await register('on')).toBe(303)
  },
  long,
)

it(
  'with rubbish in a word that a loader reads, no page breaks',
  async () => {
    // Streams do not end, and a format of oEmbed that we lack is answered 501, as its standard says.
    const asked = routes.flatMap(({ path: pattern = '', file }) =>
      rules[pattern]?.get === undefined || /stream$|\/live$|^oembed$/.test(pattern)
        ? []
        : wordsOf(path.join(import.meta.dirname, '../app', file)).map((word) => ({ pattern, word })),
    )
    const cookie = await own.cookieOf('admin')
    const faults = await fewAtOnce(asked, async ({ pattern, word }) => {
      const said: string[] = []
      for (const value of ['__proto__', '{"a":', '1e99', '-1']) {
        const query = new URLSearchParams([
          [word, value],
          [word, '2'],
        ])
        const address = `${addressIn(pattern, own.params)}?${query}`
        const { status } = await send(app, address, { cookie })
        if (status >= 500) said.push(`${address}: ${status}`)
      }
      return said
    })
    expect(asked.length).toBeGreaterThan(20)
    expect(faults).toEqual([])
  },
  long,
)

/** The query words that a route names, by itself or in a file beside it that it reads. */
function wordsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const beside = [...source.matchAll(/from '(\.[^']+\.tsx?)'/g)].map(([, near]) =>
    readFileSync(path.join(path.dirname(file), near ?? ''), 'utf8'),
  )
  const read = [source, ...beside].filter((text) => text.includes('searchParams'))
  const named = read.flatMap((text) => [...text.matchAll(/\.(?:get|has|getAll)\('(\w+)'\)/g)])
  return [...new Set(named.map(([, word]) => word ?? ''))]
}

async function fewAtOnce<T>(items: T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const waiting = [...items]
  const said: string[] = []
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      said.push(...(await work(item)))
  }
  await Promise.all([take(), take(), take(), take()])
  return said
}

it(
  'every other form, sent as it is, is done or says what it lacks',
  async () => {
    const rest = found.filter((one) => !merges(one))
    const faults: string[] = []
    for (const { form, cookie } of rest) {
      const { status, text } = await postForm(app, form, cookie)
      // What an earlier form did may stand in the way (409) or have taken the thing away (404).
      const lacks = status === 400 && deadAnchors(text).length === 0
      if (status >= 500 || (!lacks && [400, 403, 405, 413, 415].includes(status)))
        faults.push(`${form.name}: ${status}`)
    }
    expect(rest.length).toBeGreaterThan(40)
    expect(faults).toEqual([])
  },
  long,
)
