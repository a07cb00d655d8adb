import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { StateMark } from '#app/ui/state-mark.tsx'
import type { Gap } from '../domain/interpretation-gaps.ts'

/** A gap with the name of whom it is about. */
export type GapView = { gap: Gap; person: string }

/** What a plan of interpretation lacks, each in a sentence. */
export function GapList({ gaps }: { gaps: readonly GapView[] }) {
  return (
    <ul className="clashes">
      {gaps.map((view) => (
        <li key={JSON.stringify(view)} className="clash">
          <StateMark tone="care">{m['agenda.clash.warning']()}</StateMark>
          <p>{gapSentence(view)}</p>
        </li>
      ))}
    </ul>
  )
}

function gapSentence({ gap, person }: GapView): string {
  if (gap.kind === 'uncovered') {
    const { from, to } = gap
    const told = { source: languageWord(gap.source), target: languageWord(gap.target), from, to }
    return gap.bothWays
      ? m['interpretation.gap.uncovered-both'](told)
      : m['interpretation.gap.uncovered'](told)
  }
  if (gap.kind === 'unmet') {
    const { listeners, target } = gap
    return m['interpretation.gap.unmet']({ count: listeners, target: languageWord(target) })
  }
  if (gap.kind === 'shift-too-long') {
    return m['interpretation.gap.shift-too-long']({ person, minutes: gap.minutes, longest: gap.longest })
  }
  return sentences[gap.kind]({ person })
}

const sentences = {
  'shift-twice': m['interpretation.gap.shift-twice'],
  'shift-outside': m['interpretation.gap.shift-outside'],
  'not-invited': m['interpretation.gap.not-invited'],
}
