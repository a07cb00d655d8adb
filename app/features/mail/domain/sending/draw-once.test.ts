import { describe, expect, it } from 'vitest'
import { locales, mailKinds } from '#app/shared/vocabulary.ts'
import * as drawing from '#emails/render.server.tsx'
import { sampleFacts, samplesOf } from '#emails/samples.ts'
import { drawOnce } from './draw-once.server.ts'

/** What stands at the end of the addresses of a sample is somebody's secret, as tokens are. */
function secretsIn(facts: object) {
  const tokens = JSON.stringify(facts).matchAll(
    /\/(?:registrations|speaking|link|openings|lists)\/([\w-]{6,})/g,
  )
  return [...new Set([...tokens].map(([, token = '']) => token))].map((value) => ({ value, shown: '•••' }))
}

describe.each(locales)('a mail in %s that is drawn once for many', (locale) => {
  it.each(mailKinds)('%s says to each what it would say to them alone', (kind) => {
    for (const facts of samplesOf(kind, locale)) {
      for (const recipientName of ['Vũ Ngọc Tâm', 'Nguyễn "Tí", <x> & ~ 🎬 $&', 'lan@example.org']) {
        const own = { ...facts, recipientName }
        const { bodies: _, ...words } = drawOnce(drawing, kind, {
          facts: own,
          locale,
          secrets: secretsIn(own),
        })
        expect(words).toEqual(drawing.renderMail(kind, own, locale))
      }
    }
  })
})

it('keeps the secrets and the ticket of each to themselves', () => {
  const facts = sampleFacts('vi').confirmed
  const of = (token: string, code: string) => {
    const own = {
      ...facts,
      personalUrl: `https://x.example/registrations/${token}`,
      ticket: { picture: 'p', code },
    }
    return drawOnce(drawing, 'confirmed', {
      facts: own,
      locale: 'vi',
      secrets: [{ value: token, shown: '•••' }],
    })
  }
  const [first, second] = [of('token-of-the-first', '1111 2222'), of('token-of-the-second', '3333 4444')]
  expect(JSON.stringify(first)).toMatch(/token-of-the-first.*1111 2222/)
  expect(JSON.stringify(second)).toMatch(/token-of-the-second.*3333 4444/)
  expect(JSON.stringify(second)).not.toMatch(/token-of-the-first|1111 2222|BTFIELD/)
})
