import { m } from '#app/paraglide/messages.js'
import { TranslatedProse } from '#app/ui/texts/translated.tsx'
import type { Cue } from './domain/cues.server.ts'

export type CuePart = 'introduction' | 'questions' | 'handOver' | 'interpreting' | 'technical'

export const cueLabels: Record<CuePart, () => string> = {
  introduction: () => m['live.cue.introduction'](),
  questions: () => m['live.cue.questions'](),
  handOver: () => m['live.cue.hand-over'](),
  interpreting: () => m['live.cue.interpreting'](),
  technical: () => m['live.cue.technical'](),
}

/** Those parts of a cue that were written; nothing when none was. */
export function CueText({ cue, parts }: { cue: Cue | null; parts: readonly CuePart[] }) {
  const written = cue ? parts.filter((part) => hasText(cue[part])) : []
  if (!cue || written.length === 0) return null
  return (
    <dl className="cue">
      {written.map((part) => {
        const words = cue[part]
        return (
          <div key={part}>
            <dt className="label">{cueLabels[part]()}</dt>
            <dd>
              {typeof words === 'string' ? (
                words.split('\n').map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
                  <p key={at}>{line}</p>
                ))
              ) : (
                <TranslatedProse value={words} className="stack tight" />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const hasText = (words: Cue[CuePart]) =>
  typeof words === 'string' ? words !== '' : Boolean(words.vi || words.en)
