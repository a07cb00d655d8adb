import { m } from '#app/paraglide/messages.js'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import type { Finding } from '../domain/findings.ts'
import { findingSentence, partName } from '../finding-labels.ts'

type Status = Finding['status']
const tones: Record<Status, MarkTone> = { ok: 'good', warn: 'care', bad: 'bad', unknown: 'plain' }
const words: Record<Status, () => string> = {
  ok: m['sending-check.status.ok'],
  warn: m['sending-check.status.warn'],
  bad: m['sending-check.status.bad'],
  unknown: m['sending-check.status.unknown'],
}

/** Each part with its state, and in plain words what to do. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  // Of several sending domains each has its own.
  const isOneOfSeveral = ({ part }: Finding) => findings.filter((one) => one.part === part).length > 1
  return (
    <DescriptionList
      entries={findings.map((one) => ({
        key: `${one.part} ${one.facts.domain ?? ''}`,
        term: isOneOfSeveral(one) ? `${partName(one.part)} · ${one.facts.domain ?? ''}` : partName(one.part),
        value: (
          <>
            <p>
              <StateMark tone={tones[one.status]}>{words[one.status]()}</StateMark>
            </p>
            <p className="measure">{findingSentence(one)}</p>
          </>
        ),
      }))}
    />
  )
}
