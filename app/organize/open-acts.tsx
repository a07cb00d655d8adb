import { m } from '#app/paraglide/messages.js'
import { formatSeconds } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { actSentence } from './act-labels.ts'

export type OpenAct = { id: string; verb: string; subjectName: string; mails: number; heldUntil: Date }
type OpenActsProps = { acts: OpenAct[]; timeZone: string | null }

/** What was done within the last minute, each with the button that takes it back; it works without script. */
export function OpenActs({ acts, timeZone }: OpenActsProps) {
  return acts.map((act) => (
    <Notice key={act.id} tone="success" live title={actSentence(act)}>
      <form method="post" action={`/organize/acts/${act.id}`} className="cluster">
        <p>{waitSentence(act, timeZone)}</p>
        <Button variant="quiet">{m['acts.undo']()}</Button>
        <a href={`/organize/acts/${act.id}`} className="small">
          {m['acts.more']()}
        </a>
      </form>
    </Notice>
  ))
}

/** How long it can be taken back, to the second: a minute is short. */
export function waitSentence(
  { mails, heldUntil }: Pick<OpenAct, 'mails' | 'heldUntil'>,
  timeZone: string | null,
) {
  if (timeZone === null) return m['acts.open.soon']()
  const time = formatSeconds(new Date(heldUntil), timeZone)
  return mails > 0 ? m['acts.open.mails']({ count: mails, time }) : m['acts.open.none']({ time })
}
