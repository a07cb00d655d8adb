import { m } from '#app/paraglide/messages.js'
import type { IntroductionAnswer } from '#app/shared/vocabulary.ts'
import { PersonName } from '#app/ui/texts/person-name.tsx'

type Own = {
  id: string
  path: string
  other: { name: string; body: string }
  answer: IntroductionAnswer
  standing: 'made' | 'waits' | 'over'
}

/** Whom a supporter was offered to meet, and what they said to it. */
export function OwnIntroductions({ introductions }: { introductions: readonly Own[] }) {
  if (introductions.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="introductions">
      <h2 className="title-m" id="introductions">
        {m['supporters.introduction.own']()}
      </h2>
      <ul className="stack tight">
        {introductions.map(({ id, path, other, answer, standing }) => (
          <li key={id}>
            <a href={path}>{other.body || <PersonName name={other.name} />}</a>{' '}
            <span className="soft">
              {standing === 'made' ? m['supporters.introduction.is-made']() : answerNames[answer]()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const answerNames: Record<IntroductionAnswer, () => string> = {
  open: () => m['supporters.introduction.is-open'](),
  agreed: () => m['supporters.introduction.is-agreed'](),
  refused: () => m['supporters.introduction.is-refused'](),
}
