import { expect, it } from 'vitest'
import { personalPath } from '#app/features/registration/domain/links/personal-link.server.ts'
import { m } from '#app/paraglide/messages.js'
import { file, slides, star } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { first } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** An event of yesterday with a recap, whose guest marked a session with open slides. */
async function yesterday(locale: 'vi' | 'en') {
  const body = await organization()
  const made = await event({ startsAt: ago(26), endsAt: ago(24), hosts: [body] })
  const speaker = await person()
  const talk = await session(made, [speaker])
  await version(made, 1, { ...talk, appearances: [] })
  const name = 'On an archive of our own.pdf'
  const kept = first(
    await database().insert(file).values({ name, type: 'application/pdf', size: 9 }).returning(),
  )
  await database()
    .insert(slides)
    .values({ sessionId: talk.id, personId: speaker.id, fileId: kept.id, isPublic: true })
  await publishedRecap(made)
  const guest = await registration(made.guest, { locale })
  await database().insert(star).values({ registrationId: guest.id, sessionId: talk.id })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer', { locale }))
  return { made, slidesName: name, path: personalPath(guest.tokenSalt), cookie }
}

it.each(['vi', 'en'] as const)(
  'the same link leads to recap and slides, asks how it was, and organizers read it (%s)',
  async (locale) => {
    const said = { locale }
    const { made, slidesName, path, cookie } = await yesterday(locale)
    const guest = await comes({ locale, width: 360 })
    await guest.page.goto(path)
    await guest.page.getByRole('link', { name: slidesName }).waitFor()
    await expectGoodPage(guest)
    const send = () =>
      guest.page.getByRole('button', { name: m['afterwards.feedback.submit']({}, said) }).click()
    await guest.page.getByRole('textbox', { name: m['afterwards.feedback.better']({}, said) }).fill('Ghế')
    guest.mayBeRefused(400)
    await send()
    await guest.page.getByRole('link', { name: m['shared.form.choose']({}, said) }).waitFor()
    await expectGoodPage(guest)
    const satisfied = `4 · ${m['afterwards.satisfaction.4']({}, said)}`
    await guest.page.getByRole('radio', { name: satisfied }).check()
    await send()
    await guest.page.getByText(m['afterwards.feedback.thanks']({}, said)).waitFor()
    await expectGoodPage(guest)
    await guest.page.getByRole('link', { name: m['recap.event.read']({}, said) }).click()
    await guest.page.waitForURL(`**/${locale}/events/${made.slug}/recap`)

    // On the same device the event's page knows its guest, until it is told to forget.
    await guest.page.goto(`/${locale}/events/${made.slug}`)
    const known = guest.page.getByText(m['public.registered.here']({}, said))
    await known.waitFor()
    await expectGoodPage(guest)
    await guest.page.getByRole('button', { name: m['public.registered.forget']({}, said) }).click()
    await guest.page.reload()
    expect(await known.isVisible()).toBe(false)

    const organizer = await comes({ locale })
    const [name = '', value = ''] = cookie.split('=')
    await organizer.page.context().addCookies([{ name, value, url: app.url }])
    await organizer.page.goto(`/organize/events/${made.slug}`)
    await organizer.page.getByRole('link', { name: m['organize.overview.see-feedback']({}, said) }).click()
    await organizer.page
      .getByText(m['afterwards.desk.answered']({ answered: '1', asked: '1' }, said))
      .waitFor()
    await organizer.page.getByText('Ghế', { exact: true }).waitFor()
    await expectGoodPage(organizer)
  },
)
