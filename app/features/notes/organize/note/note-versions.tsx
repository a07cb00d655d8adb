import { changedParts, type NotePart } from '#app/features/notes/domain/merge-notes.ts'
import type { NoteVersion } from '#app/features/notes/domain/note-history.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import type { NoteContent } from '../../domain/note-content.ts'
import { wordDiff } from '../words/word-diff.ts'

const partLabels: Record<NotePart, () => string> = {
  vi: () => m['notes.part.vi'](),
  en: () => m['notes.part.en'](),
  kind: () => m['notes.part.kind'](),
  sessionId: () => m['notes.part.session'](),
  personId: () => m['notes.part.person'](),
  guestName: () => m['notes.part.person'](),
  saidAt: () => m['notes.part.minute'](),
  offRecord: () => m['notes.part.off-record'](),
  ownerId: () => m['notes.part.owner'](),
  ownerName: () => m['notes.part.owner'](),
  dueOn: () => m['notes.part.due-on'](),
  doneAt: () => m['notes.part.done-at'](),
  removed: () => m['notes.part.removed'](),
}

type Props = { action: string; versions: readonly NoteVersion[]; revision: number; timeZone: string }

/** Every version, the newest first: who, when, what changed against the one before, and the way back to it. */
export function NoteVersions({ action, versions, revision, timeZone }: Props) {
  return (
    <section className="stack" aria-labelledby="note-versions">
      <h2 className="title-m" id="note-versions">
        {m['notes.history.title']()}
      </h2>
      <ol className="note-list" reversed>
        {versions.map((version, place) => {
          const time = formatDateTime(new Date(version.at), timeZone, getLocale())
          const isNewest = version.revision === revision
          return (
            <li key={version.revision} className="note-version stack snug">
              <div className="cluster cluster-apart">
                <p>
                  <strong>{m['notes.history.version']({ number: version.revision })}</strong>{' '}
                  <span className="soft">{m['notes.history.version-by']({ name: version.by, time })}</span>
                </p>
                {isNewest ? (
                  <span className="faint">{m['notes.history.newest']()}</span>
                ) : (
                  <form method="post" action={action}>
                    <input type="hidden" name="version" value={version.revision} />
                    <input type="hidden" name="revision" value={revision} />
                    <Button variant="quiet">
                      {m['notes.history.restore']({ number: version.revision })}
                    </Button>
                  </form>
                )}
              </div>
              <Change content={version.content} before={versions[place + 1]?.content} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Change({ content, before }: { content: NoteContent; before: NoteContent | undefined }) {
  const parts = before ? [...new Set(changedParts(before, content).map((part) => partLabels[part]()))] : []
  return (
    <>
      <p className="small soft">
        {before ? m['notes.history.changed']({ parts: parts.join(', ') }) : m['notes.history.first']()}
      </p>
      {(['vi', 'en'] as const).map((locale) => {
        const stretches = wordDiff(before?.text[locale] ?? '', content.text[locale] ?? '')
        if (stretches.length === 0) return null
        return (
          <p key={locale} className="note-words" lang={locale}>
            {stretches.map(({ kind, text }, at) => {
              const key = `${at} ${kind}`
              if (kind === 'gone') return <del key={key}>{text}</del>
              return kind === 'new' && before ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
            })}
          </p>
        )
      })}
    </>
  )
}
