import { announcement } from '#tests/factories/announcements.ts'
import { campaign } from '#tests/factories/campaigns.ts'
import { link } from '#tests/factories/links.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { question } from '#tests/factories/questions.ts'

type Words = { vi: string; en: string }

/** What an event, and one of its hosts, say to and ask of many; all of it with the words of the world. */
export async function promoted(eventId: string, organizationId: string, words: Words) {
  const name = words.vi
  // Everybody may read what a list is called: it has a page of its own.
  const of = await list({ organizationId })
  const owner = await contactOn(of, { name })
  return {
    link: (await link(eventId, { name })).id,
    announcement: (await announcement(eventId, { subject: words, text: words })).id,
    question: (await question({ id: eventId }, { label: words })).code,
    list: of.id,
    owner: owner.id,
    campaign: (await campaign(organizationId, { name, subject: words, lists: [of.id] })).id,
  }
}
