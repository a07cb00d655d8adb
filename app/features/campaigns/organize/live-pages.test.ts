import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { act, activity, campaignBlock, campaign as campaigns } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { campaign, sentCampaign } from '#tests/factories/campaigns.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { addBlock } from '../domain/edit-blocks.server.ts'
import { listBlocks } from '../domain/stored-campaigns.server.ts'
import { action as copy } from './copying.ts'
import { action as count } from './live-count.ts'
import { action as preview } from './live-preview.ts'

const { db } = await testDatabase()

async function desk() {
  const body = await organization()
  const of = await list({ organizationId: body.id })
  const made = await campaign(body.id, { lists: [of.id] })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const params = { organization: body.slug, campaign: made.id }
  const asked = async (action: typeof preview, fields: Record<string, string>) => {
    const answer = await action({ request: postForm('/organize', fields, cookie), params, context: {} })
    return {
      status: answer.status,
      ...((await answer.json()) as { said: string; parts?: Record<string, string | null> }),
    }
  }
  return { body, of, made, cookie, params, asked }
}

test('what is typed is written for each language and saved nowhere', async () => {
  const { made, asked } = await desk()
  const [block] = await listBlocks(made.id)
  const fields = {
    'subject.vi': 'Chào {name|quý vị}',
    'subject.en': '',
    [`blocks.${block?.id}.words.vi`]: 'Mời **quý vị** tới <Đà Nẵng>.',
    [`blocks.${block?.id}.words.en`]: '',
  }
  const { status, parts } = await asked(preview, fields)
  expect(status).toBe(200)
  expect(parts).toMatchObject({ vi: 'shown', 'vi.none': null, en: null, 'en.none': 'shown', 'en.html': '' })
  expect(parts?.['vi.subject']).toMatch(/^Chào \S/)
  expect(parts?.['vi.html']).toContain('&lt;Đà Nẵng&gt;')
  expect(parts?.['vi.html']).not.toContain('<style')
  expect(parts?.['vi.text']).toContain('Mời')
  const [stored] = await db.select().from(campaigns).where(eq(campaigns.id, made.id))
  expect([stored?.subject, stored?.revision]).toEqual([made.subject, made.revision])
})

test('an event that is only chosen is shown, and one of others is refused', async () => {
  const { body, made, asked } = await desk()
  const { id } = await addBlock(system(), { organizationId: body.id, campaignId: made.id, kind: 'event' })
  const own = await event({ hosts: [body], title: { vi: 'Tuần phim Đà Nẵng' } })
  const fields = (subject: string) => ({
    'subject.vi': 'Mời',
    'subject.en': '',
    [`blocks.${id}.subject`]: subject,
    [`blocks.${id}.words.vi`]: '',
    [`blocks.${id}.words.en`]: '',
  })
  expect((await asked(preview, fields(own.id))).parts?.['vi.text']).toContain('Tuần phim Đà Nẵng')
  const foreign = await event()
  await expect(asked(preview, fields(foreign.id))).rejects.toThrow('subject-missing')
})

test('a fault is said and nothing is written', async () => {
  const { asked } = await desk()
  const answer = await asked(preview, { 'subject.vi': 'Chào {bạn}', 'subject.en': 'Hello {you}' })
  expect(answer.status).toBe(400)
  expect(answer.parts).toBeUndefined()
  expect(answer.said).toContain('bạn')
  expect(answer.said).toContain('you')
})

test('what is chosen is counted by address, each once, and saved nowhere', async () => {
  const { body, of, made, asked } = await desk()
  const other = await list({ organizationId: body.id })
  const one = await contactOn(of)
  await contactOn(of, { state: 'waiting' })
  await contactOn(other)
  await contactOn(other, { contactId: one.id })
  const chosen = { name: 'x', [`lists.${of.id}`]: 'on', [`lists.${other.id}`]: 'on', match: 'all' }
  expect((await asked(count, chosen)).parts).toMatchObject({ addresses: '2', repeated: '1', waiting: '1' })
  expect((await asked(count, { name: 'x', match: 'all' })).parts).toMatchObject({ addresses: '0' })
  const [stored] = await db.select().from(campaigns).where(eq(campaigns.id, made.id))
  expect(stored?.audience).toEqual(made.audience)
})

test('a copy says the same to the same lists, and to nobody of before', async () => {
  const { body, of, cookie } = await desk()
  await contactOn(of)
  const sent = await sentCampaign(body.id, { lists: [of.id], perHour: 50 })
  const params = { organization: body.slug, campaign: sent.id }
  const answer = await copy({ request: postForm('/organize', {}, cookie), params, context: {} })
  const [, id = ''] = /campaigns\/([^/]+)\/message$/.exec(answer.headers.get('Location') ?? '') ?? []
  const [made] = await db.select().from(campaigns).where(eq(campaigns.id, id))
  const { subject, audience, perHour, perDomainHour, eventId } = sent
  expect(made).toMatchObject({
    subject,
    audience,
    perHour,
    perDomainHour,
    eventId,
    state: 'draft',
    scheduledAt: null,
    startedAt: null,
  })
  expect(made?.name).toBe(`${sent.name} (bản sao)`)
  const words = async (of: string) =>
    (await listBlocks(of)).map(({ kind, words, url }) => ({ kind, words, url }))
  expect(await words(id)).toEqual(await words(sent.id))
  expect(await db.$count(campaignBlock, eq(campaignBlock.campaignId, id))).toBe(1)
  expect((await db.select().from(act)).map(({ verb }) => verb)).toContain('campaign.copied')
  expect(
    (await db.select().from(activity).where(eq(activity.subjectId, id))).map(({ verb }) => verb),
  ).toEqual(['campaign.added'])
})
