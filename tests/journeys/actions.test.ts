import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { remindOfActions } from '#app/features/notes/domain/remind-of-actions.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { note } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { hydrated } from './attending.ts'
import { expectGoodPage } from './good-page.ts'
import { mailsTo } from './mail.ts'
import { type Person, people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const home = '/organize/events/taken-on'
const owner = 'lan@example.org'
const [task, dropped] = ['Gửi danh sách phim', 'Mượn máy chiếu']
const dueOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
let eventId = ''
let rapporteur: Person

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'taken-on', hosts: [body], publishedAt: new Date() })
  eventId = made.id
  const talk = await sessionOf(made)
  const speaker = await addPerson(system(), { eventId, name: 'Ngô Phương Lan', email: owner, locale: 'vi' })
  await addAppearance(system(), { sessionId: talk.id, personId: speaker.id, role: 'speaker' })
  rapporteur = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await rapporteur.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

/** What is stored of an action, by its words. */
async function stored(words: string) {
  const actions = await database()
    .select()
    .from(note)
    .where(and(eq(note.eventId, eventId), eq(note.kind, 'action')))
  return actions.find((one) => one.text.vi === words)
}

/** The reminders of a day so many weeks ahead. */
const remind = (weeks = 0) => remindOfActions(system(new Date(Date.now() + weeks * 8 * 86_400_000)))

describe('an action', () => {
  it('is written by keyboard with its owner, and is given a day', async () => {
    const { page } = rapporteur
    await page.goto(`${home}/notes`)
    await hydrated(page)
    for (const words of [task, dropped]) {
      await page.getByLabel(m['notes.entry.line']({}, vi)).focus()
      await page.keyboard.type(`a la ${words}`)
      await page.keyboard.press('Enter')
      const row = page.getByRole('listitem').filter({ hasText: words })
      await row.getByText(m['notes.row.owner']({ name: 'Ngô Phương Lan' }, vi)).waitFor()
      await page.keyboard.press('ArrowUp')
      const editor = page.getByRole('form', { name: m['notes.form.title']({}, vi) })
      await editor.getByLabel(m['notes.form.due']({}, vi)).fill(dueOn)
      await page.keyboard.press('Escape')
      await expect.poll(async () => (await stored(words))?.dueOn).toBe(dueOn)
    }
    const parts = page.getByRole('navigation', { name: m['shared.desk.sections']({}, vi) })
    await parts.getByRole('link', { name: m['organize.event.actions']({}, vi) }).click()
    await page.getByRole('row', { name: task }).getByText('Ngô Phương Lan').waitFor()
    await expectGoodPage(rapporteur)
  })

  it('that was removed is not mailed; the other leads its owner to where it is told done', async () => {
    const { page } = rapporteur
    await page.goto(`${home}/notes`)
    await hydrated(page)
    await page.getByRole('listitem').filter({ hasText: dropped }).getByRole('link').click()
    await page.getByRole('button', { name: m['notes.form.remove']({}, vi), exact: true }).click()
    await expect.poll(async () => Boolean((await stored(dropped))?.removedAt)).toBe(true)
    expect(await remind()).toBe(1)
    const [mail] = await mailsTo(app, owner, 1)
    expect(mail?.subject).toBe(m['mail.action-reminder.subject']({ action: task }, vi))
    expect(mail?.text).not.toContain(dropped)
    const [words = ''] = new RegExp(`${app.url}/speaking/[\\w-]{43}/words`).exec(mail?.text ?? '') ?? []
    const speaker = await comes({ width: 360, script: false })
    await speaker.page.goto(words)
    await speaker.page.getByText(task).waitFor()
    await speaker.page.getByRole('button', { name: m['notes.words.mark-done']({}, vi) }).click()
    await speaker.page.getByText(m['notes.words.done']({}, vi), { exact: true }).waitFor()
    const again = await comes({ width: 360 })
    await again.page.goto(words)
    await expectGoodPage(again)
  })

  it('that is done is mailed no more, until it is opened again', async () => {
    const { page } = rapporteur
    expect(await remind(1)).toBe(0)
    await page.goto(`${home}/actions`)
    const row = page.getByRole('row', { name: task })
    await row.getByText(m['notes.words.done']({}, vi), { exact: true }).waitFor()
    await row.getByRole('button', { name: m['notes.actions.reopen']({}, vi) }).click()
    await row.getByText(m['notes.actions.open']({}, vi), { exact: true }).waitFor()
    expect(await remind(2)).toBe(1)
    expect(await mailsTo(app, owner, 2)).toHaveLength(2)
  })
})
