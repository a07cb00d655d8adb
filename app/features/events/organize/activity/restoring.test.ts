import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { action as listAction } from '#app/features/agenda/organize/list/session-list.tsx'
import * as session from '#app/features/agenda/organize/session/edit-session.tsx'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import * as person from '#app/features/people/organize/person.tsx'
import { flatten } from '#app/shared/forms/merge.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import * as category from '../categories/category.tsx'
import * as settings from '../settings/settings.tsx'
import * as activity from './activity.tsx'

await testDatabase()

const body = await organization()
const member = await memberOf(body, 'organizer')
const cookie = await signInCookieOf(member)
const store = { requestId: 't', source: '192.0.2.1', locale: 'en' as const, nonce: '' }

/** A session's edits by the verb of all its editors: its form has lists, and tests of its own. */
async function editSession({ request, params }: ActionFunctionArgs) {
  const fields = await request.formData()
  const capacity = Number(fields.get('capacity')) || null
  const [stored] = (await listDraftSessions(eventOfSession)).filter((one) => one.id === params.session)
  const title = { ...stored?.title, en: String(fields.get('title.en')) }
  const set = { title, capacity }
  const edits = [{ kind: 'edit' as const, sessionId: params.session ?? '', was: {}, set }]
  await editDraft(signedIn(member), { eventId: eventOfSession, edits })
  return new Response(null, { status: 303 })
}
let eventOfSession = ''

type At = Awaited<ReturnType<typeof event>>
type Route = {
  loader: (args: LoaderFunctionArgs) => unknown
  action: (args: ActionFunctionArgs) => unknown
}
type Form = {
  name: string
  route: Route
  verb: string
  subject: (at: At) => Promise<Record<string, string>>
  /** What is typed, then what somebody else types into the same field. */
  typed: Record<string, string>
  later: Record<string, string>
  /** Not to be found in the record. */
  secret?: string
}

const forms: Form[] = [
  {
    name: 'the settings of an event',
    route: settings,
    verb: 'event.edited',
    subject: async () => ({}),
    typed: {
      'title.en': 'First',
      capacity: '90',
      'place.city.en': 'Boston',
      contactEmail: 'sec@example.org',
    },
    later: { 'title.en': 'Second' },
    secret: 'sec@example.org',
  },
  {
    name: 'a guest category',
    route: category,
    verb: 'category.edited',
    subject: async (at) => ({ category: at.guest.id }),
    typed: { 'name.en': 'Press', capacity: '12', emailDomains: 'example.org', accessCode: 'opensesame' },
    later: { 'name.en': 'Media' },
    secret: 'opensesame',
  },
  {
    name: 'a person',
    route: person,
    verb: 'person.edited',
    subject: async (at) => {
      const { id } = await addPerson(signedIn(member), { eventId: at.id, name: 'Trần An' })
      return { person: id }
    },
    typed: { 'position.en': 'Director', name: 'Trần Ân', email: 'sec@example.org' },
    later: { 'position.en': 'Producer' },
    secret: 'sec@example.org',
  },
  {
    name: 'a session',
    route: { loader: session.loader, action: editSession },
    verb: 'agenda.edited',
    subject: async (at) => {
      eventOfSession = at.id
      return { session: (await sessionOf(at)).id }
    },
    typed: { 'title.en': 'First', capacity: '40' },
    later: { 'title.en': 'Second' },
  },
]

async function opened({ route, subject, verb }: Form) {
  const at = await event({ hosts: [body] })
  const params = { event: at.slug, ...(await subject(at)) }
  const run = <T>(what: () => T) => withRequestStore({ ...store }, what)
  const args = (request: Request, more = {}) => ({ request, params: { ...params, ...more }, context: {} })
  type Page = { data: { values: Record<string, string>; base: string } }
  const shown = async (): Promise<Record<string, string>> => {
    const page = (await run(() => route.loader(args(getPage('/x', cookie))))) as Page
    return { ...flatten(page.data.values), base: page.data.base }
  }
  const post = (fields: Record<string, string>) =>
    run(() => route.action(args(postForm('/x', fields, cookie)))) as Promise<Response>
  const save = async (fields: Record<string, string>) => post({ ...(await shown()), ...fields })
  const entries = async () => {
    const page = await run(() => activity.loader(args(getPage('/x', cookie))))
    return page.data.entries.filter((entry) => entry.verb === verb)
  }
  /** Presses the button of the oldest edit. */
  const restore = async () => {
    const restoring = (await entries()).at(-1)?.restoring
    if (!restoring) throw new Error('An edit without its button')
    const { name, value, gesture } = restoring
    const fields = { [name]: value, ...(gesture && { gesture }) }
    const request = postForm(restoring.action, fields, cookie)
    return gesture ? run(() => listAction(args(request))) : post(fields)
  }
  return { at, shown, save, entries, restore }
}

test.each(forms)('of $name the old values are shown and put back', async (form) => {
  const { shown, save, entries, restore } = await opened(form)
  const before = await shown()
  expect(await save(form.typed)).toMatchObject({ status: 303 })
  const [entry] = await entries()
  expect(entry?.changed).toContainEqual(
    expect.objectContaining({ name: expect.stringContaining('English'), to: expect.stringMatching(/\w/) }),
  )
  if (form.secret) expect(JSON.stringify(entry)).not.toContain(form.secret)
  const after = await shown()
  expect(await restore()).toMatchObject({ status: 303 })
  const back = await shown()
  // How somebody is reached and what opens a door are not kept, so they stay.
  const kept = Object.keys(before).filter((name) => !/mail$|accessCode|base/i.test(name))
  for (const name of kept) expect.soft(back, name).toHaveProperty([name], before[name])
  for (const name of ['email', 'contactEmail', 'accessCode']) expect.soft(back[name]).toBe(after[name])
  expect(await entries()).toHaveLength(2)
})

test.each(forms)('of $name a field changed since is shown in both versions, and kept', async (form) => {
  const { shown, save, restore } = await opened(form)
  const before = await shown()
  await save(form.typed)
  await save(form.later)
  const after = await shown()
  const answer = await restore()
  expect(answer).toMatchObject({ init: { status: 409 } })
  const field = Object.keys(form.later)[0] ?? ''
  const said = JSON.stringify(answer)
  expect(said).toContain(form.later[field])
  if (before[field]) expect(said).toContain(before[field])
  expect(await shown()).toEqual(after)
})

test('an edit of something else, or of another event, is not put back', async () => {
  const form = forms[1] as Form
  const [one, other] = [await opened(form), await opened(form)]
  await one.save(form.typed)
  const number = String((await one.entries())[0]?.id)
  for (const restores of [number, '999999999999', '12x', '-1']) {
    await expect(other.save({ restores })).rejects.toMatchObject({
      code: /^\d+$/.test(restores) ? 'edit-missing' : 'form-unreadable',
    })
  }
})
