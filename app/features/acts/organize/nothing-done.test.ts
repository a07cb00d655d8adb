import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fingerprintOf } from '#app/features/acts/domain/act-preview.ts'
import { action as removeRoom } from '#app/features/agenda/organize/places/room-removal.ts'
import { action as removeTrack } from '#app/features/agenda/organize/places/track-removal.ts'
import { action as removeDraft } from '#app/features/announcements/organize/removal.ts'
import { action as sendAnnouncement } from '#app/features/announcements/organize/sending.tsx'
import { action as copyCampaign } from '#app/features/campaigns/organize/copying.ts'
import * as message from '#app/features/campaigns/organize/message.tsx'
import { action as removeCampaign } from '#app/features/campaigns/organize/removal.ts'
import * as category from '#app/features/events/organize/categories/category.tsx'
import { action as removeCategory } from '#app/features/events/organize/categories/category-removal.ts'
import { action as removeDemo } from '#app/features/events/organize/demo/demo-removal.tsx'
import { action as cancelEvent } from '#app/features/events/organize/settings/cancellation.tsx'
import { action as publishEvent } from '#app/features/events/organize/settings/publication.tsx'
import * as settings from '#app/features/events/organize/settings/settings.tsx'
import { action as importContacts } from '#app/features/lists/organize/import-page.tsx'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { action as standardAgain } from '#app/features/mail/organize/own-words/standard-again.ts'
import { action as resend } from '#app/features/mail/organize/resends.tsx'
import { action as askForWords } from '#app/features/notes/organize/words/words-requests.tsx'
import { action as withdrawHost } from '#app/features/organizations/organize/host-withdrawal.tsx'
import { action as removeMember } from '#app/features/organizations/organize/member-removal.ts'
import { action as saveCover } from '#app/features/pictures/organize/cover-picture.tsx'
import { action as removeCover } from '#app/features/pictures/organize/cover-removal.ts'
import { action as saveLogo } from '#app/features/pictures/organize/logo.tsx'
import { action as removeLogo } from '#app/features/pictures/organize/logo-removal.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { action as publishAgendaAction } from '#app/features/publishing/organize/publication.tsx'
import { action as removePicture } from '#app/features/recap/organize/picture-removal.ts'
import * as correction from '#app/features/registration/organize/guest/correction.tsx'
import { action as importGuests } from '#app/features/registration/organize/guest-import/import-guests.tsx'
import { action as approveMany } from '#app/features/registration/organize/selection/approve-many.ts'
import { action as declineGuest } from '#app/features/registration/organize/steps/decline.ts'
import { action as extraSeat } from '#app/features/registration/organize/steps/extra-seat.ts'
import { action as promoteGuest } from '#app/features/registration/organize/steps/promotion.ts'
import { action as cancelGuest } from '#app/features/registration/organize/steps/registration-cancellation.ts'
import { action as reinstateGuest } from '#app/features/registration/organize/steps/reinstatement.ts'
import * as venuePage from '#app/features/venues/organize/venue-page.tsx'
import { action as removeVenue } from '#app/features/venues/organize/venue-removal.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { act, activity, event as events, outbox } from '#db/schema/index.ts'
import { filmCases } from '#tests/acts/film-cases.ts'
import { initiativeCases } from '#tests/acts/initiative-cases.ts'
import { placeCases } from '#tests/acts/place-cases.ts'
import { questionCases } from '#tests/acts/question-cases.ts'
import { quotaCases } from '#tests/acts/quota-cases.ts'
import { testDatabase } from '#tests/database.ts'
import { announcement } from '#tests/factories/announcements.ts'
import { campaign } from '#tests/factories/campaigns.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { carriedBy, cityOn, indexOf } from '#tests/factories/places.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { person } from '#tests/factories/speakers.ts'
import { supporterCases } from '#tests/factories/supporter-cases.ts'
import { filesNamed, readSource } from '#tests/sources.ts'

const { db } = await testDatabase()

async function desk() {
  const bodies = [await organization(), await organization()] as const
  const at = await event({ hosts: [...bodies] })
  const admin = await memberOf(bodies[0], 'admin')
  return { at, body: bodies[0], cookie: await signInCookieOf(admin) }
}
type Desk = Awaited<ReturnType<typeof desk>>
type Fields = Record<string, string>

/** A campaign that nobody has sent. */
async function draftOf({ body }: Desk) {
  const { id } = await campaign(body.id, { lists: [(await list({ organizationId: body.id })).id] })
  await db.delete(activity)
  return id
}

/** Sends a form; a refusal is an answer too. */
async function sent(
  { at, cookie }: Desk,
  action: (args: ActionFunctionArgs) => unknown,
  fields: Fields = {},
  more: Fields = {},
) {
  const params = { event: at.slug, ...more }
  try {
    const answer = await action({ request: postForm('/organize', fields, cookie), params, context: {} })
    if (answer instanceof Response) return answer
    return { refused: (answer as { init: { status: number } }).init.status }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
}

/** A page's own form as it came. */
async function untouched(
  { at, cookie }: Desk,
  loader: (args: ActionFunctionArgs) => unknown,
  more: Fields = {},
) {
  const args = { request: getPage('/organize', cookie), params: { event: at.slug, ...more }, context: {} }
  const { data } = (await loader(args)) as { data: { values: FormValues; base: string } }
  return { ...flatten(data.values), base: data.base }
}

const withGuest = async (
  of: Desk,
  state: RegistrationState,
  action: (args: ActionFunctionArgs) => unknown,
) => {
  const guest = await registration(of.at.guest, { state })
  return sent(of, action, { reason: '' }, { registration: guest.id })
}

/** An initiative with a city, and an index whose only line is stored already. */
async function placeOf({ body }: Desk): Promise<Fields> {
  const { id, slug } = await carriedBy(body.id)
  const city = await cityOn(id)
  const { of, edition } = await indexOf(id, { table: 'place,name_en,rank\nalpha,Alpha,1' })
  await db.delete(activity)
  return { initiative: slug, city: city.id, index: of.slug, edition: edition.id }
}

const missing = 'ffffffff-0000-4000-8000-000000000000'

/** By the file that performs the act: what is asked there changes nothing. */
const cases: Record<string, (of: Desk) => Promise<unknown>> = {
  'events/organize/settings/settings.tsx': async (of) =>
    sent(of, settings.action, await untouched(of, settings.loader)),
  'events/organize/categories/category.tsx': async (of) => {
    const more = { category: of.at.guest.id }
    return sent(of, category.action, await untouched(of, category.loader, more), more)
  },
  'events/organize/categories/category-removal.ts': (of) =>
    sent(of, removeCategory, {}, { category: 'ffffffff-0000-4000-8000-000000000000' }),
  ...quotaCases(sent),
  'announcements/organize/removal.ts': (of) =>
    sent(of, removeDraft, {}, { announcement: 'ffffffff-0000-4000-8000-000000000000' }),
  'announcements/organize/sending.tsx': async (of) => {
    const draft = await announcement(of.at.id)
    await db.delete(activity)
    return sent(of, sendAnnouncement, { previewed: fingerprintOf([]) }, { announcement: draft.id })
  },
  'campaigns/organize/copying.ts': (of) =>
    sent(of, copyCampaign, {}, { organization: of.body.slug, campaign: missing }),
  'campaigns/organize/message.tsx': async (of) => {
    const more = { organization: of.body.slug, campaign: await draftOf(of) }
    return sent(of, message.action, await untouched(of, message.loader, more), more)
  },
  'campaigns/organize/removal.ts': (of) =>
    sent(of, removeCampaign, {}, { organization: of.body.slug, campaign: missing }),
  'agenda/organize/places/room-removal.ts': (of) =>
    sent(of, removeRoom, {}, { room: 'ffffffff-0000-4000-8000-000000000000' }),
  'agenda/organize/places/track-removal.ts': (of) =>
    sent(of, removeTrack, {}, { track: 'ffffffff-0000-4000-8000-000000000000' }),
  'venues/organize/venue-page.tsx': async (of) => {
    const more = { venue: of.at.venueId ?? '' }
    return sent(of, venuePage.action, await untouched(of, venuePage.loader, more), more)
  },
  'venues/organize/venue-removal.ts': (of) => sent(of, removeVenue, {}, { venue: of.at.venueId ?? '' }),
  'events/organize/settings/publication.tsx': (of) => sent(of, publishEvent, { published: 'on' }),
  'events/organize/settings/cancellation.tsx': async (of) => {
    await db.update(events).set({ cancelledAt: new Date() }).where(eq(events.id, of.at.id))
    return sent(of, cancelEvent, { sure: 'on', reason: '' })
  },
  ...initiativeCases(sent),
  'mail/organize/own-words/standard-again.ts': (of) => sent(of, standardAgain, {}, { kind: 'confirmed' }),
  'mail/organize/resends.tsx': async (of) => {
    const guest = await registration(of.at.guest)
    const to = { locale: guest.locale, recipientName: guest.name, recipientEmail: guest.email }
    await queueMail({ kind: 'confirmed', ...to, eventId: of.at.id, registrationId: guest.id })
    const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, of.at.id))
    return sent(of, resend, { mails: mail?.id ?? '' })
  },
  'notes/organize/words/words-requests.tsx': async (of) =>
    sent(of, askForWords, { people: (await person()).id }),
  'organizations/organize/host-withdrawal.tsx': async (of) => {
    const other = await organization()
    return sent(of, withdrawHost, {}, { organization: other.slug })
  },
  'lists/organize/import-page.tsx': async (of) => {
    const at = await list({ organizationId: of.body.id })
    const { email } = await contactOn(at)
    const fields = { text: `Lan <${email}>`, ground: 'Danh thiếp', language: 'vi' }
    const more = { organization: of.body.slug, list: at.id }
    expect(await sent(of, importContacts, fields, more)).toEqual({ refused: 200 })
    return sent(of, importContacts, { ...fields, previewed: fingerprintOf([]) }, more)
  },
  'organizations/organize/member-removal.ts': (of) =>
    sent(of, removeMember, {}, { organization: of.body.slug, account: of.at.id }),
  'events/organize/demo/demo-removal.tsx': (of) =>
    sent(of, removeDemo, { events: of.at.id }, { organization: of.body.slug }),
  'pictures/organize/cover-picture.tsx': (of) => sent(of, saveCover),
  'pictures/organize/cover-removal.ts': (of) => sent(of, removeCover),
  'pictures/organize/logo.tsx': (of) => sent(of, saveLogo, {}, { organization: of.body.slug }),
  'pictures/organize/logo-removal.ts': (of) =>
    sent(of, removeLogo, {}, { organization: of.body.slug, ground: 'logo' }),
  'recap/organize/picture-removal.ts': (of) =>
    sent(of, removePicture, {}, { picture: 'ffffffff-0000-4000-8000-000000000000' }),
  'publishing/organize/publication.tsx': async (of) => {
    await sessionOf(of.at)
    await publishAgenda(system(), { eventId: of.at.id })
    await db.delete(activity)
    return sent(of, publishAgendaAction, {})
  },
  'registration/organize/guest/correction.tsx': async (of) => {
    const more = { registration: (await registration(of.at.guest)).id }
    return sent(of, correction.action, await untouched(of, correction.loader, more), more)
  },
  'registration/organize/steps/registration-cancellation.ts': (of) => withGuest(of, 'cancelled', cancelGuest),
  'registration/organize/steps/decline.ts': (of) => withGuest(of, 'declined', declineGuest),
  'registration/organize/guest-import/import-guests.tsx': async (of) => {
    const { email } = await registration(of.at.guest)
    const fields = { text: `Lan <${email}>`, category: 'guest', language: 'vi' }
    expect(await sent(of, importGuests, fields)).toEqual({ refused: 200 })
    return sent(of, importGuests, { ...fields, previewed: fingerprintOf([]) })
  },
  'registration/organize/selection/selection-action.server.ts': async (of) => {
    const guest = await registration(of.at.guest)
    const fields = { id: guest.id, previewed: '0-0' }
    const shown = await sent(of, approveMany, fields)
    expect(shown).toEqual({ refused: 200 })
    return sent(of, approveMany, { ...fields, previewed: fingerprintOf([]) })
  },
  ...filmCases(sent),
  ...placeCases({ sent, untouched, placeOf }),
  ...questionCases({ sent, untouched }),
  'registration/organize/steps/extra-seat.ts': async (of) => {
    const guest = await registration(of.at.guest)
    return sent(of, extraSeat, { beyond: 'Khách của Bộ' }, { registration: guest.id })
  },
  ...supporterCases(sent),
  'registration/organize/steps/promotion.ts': (of) => withGuest(of, 'confirmed', promoteGuest),
  'registration/organize/steps/reinstatement.ts': (of) => withGuest(of, 'confirmed', reinstateGuest),
}

test('every act has its case', () => {
  const performing = filesNamed(/\.tsx?$/, 'app/features')
    .filter((file) => !/\.test\.tsx?$|features\/acts\/|registration-action/.test(file))
    .filter((file) => /\b(performAct|performSeenAct|undoable)\(/.test(readSource(file).tree.text))
  expect(performing.map((file) => file.replace('app/features/', '')).sort()).toEqual(
    Object.keys(cases).sort(),
  )
})

test.each(Object.entries(cases))(
  '%s: what changes nothing leaves no act and no word of it',
  async (name, run) => {
    const of = await desk()
    const answer = await run(of)
    expect(await db.select().from(act)).toEqual([])
    expect(await db.select().from(activity).where(eq(activity.eventId, of.at.id))).toEqual([])
    if (!(answer instanceof Response)) return expect(answer).toMatchObject({ refused: expect.anything() })
    const to = answer.headers.get('Location') ?? ''
    const says = answer.headers.has(nothingChangedHeader) || /[?&](told=none|done=outdated)/.test(to)
    expect([answer.status, says], `${name} to ${to}`).toEqual([303, true])
  },
)
