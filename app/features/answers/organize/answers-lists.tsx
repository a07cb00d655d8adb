import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type Mail = {
  id: string
  from: string
  name: string
  about: string
  sessionId: string | null
  wanted: string
  why: string
  isRecorded: boolean
  receivedAt: string
}
type Held = Mail & { says: string; delegate: string; text: string; mayAccept: boolean }
type Proposal = {
  id: string
  name: string
  sessionId: string
  session: TranslatedText
  now: string
  wanted: string
  note: string
}

/** Other times that were asked for: what is now, what is wanted, and both answers. */
export function Proposals({ proposals, home }: { proposals: readonly Proposal[]; home: string }) {
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 className="title-m" id="proposals">
        {m['answers.review.proposals']()}
      </h2>
      <ul className="clashes">
        {proposals.map(({ id, name, sessionId, session, now, wanted, note }) => (
          <li key={id} className="clash">
            <strong>{name}</strong>
            <div className="stack snug">
              <p>
                <a href={`${home}/agenda/sessions/${sessionId}`}>
                  <Translated value={session} />
                </a>
              </p>
              <p>
                <s className="soft">{now}</s> → <strong>{wanted}</strong>
              </p>
              {note && <blockquote className="soft">{note}</blockquote>}
              <div className="cluster">
                <form method="post" action={`${home}/answers/proposals/${id}/acceptance`}>
                  <Button>{m['answers.review.move']()}</Button>
                </form>
                <form method="post" action={`${home}/answers/proposals/${id}/refusal`}>
                  <Button variant="quiet">{m['answers.review.keep']()}</Button>
                </form>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Mails that nobody could be sure about: what each says, and why it waits. */
export function HeldMails({ mails, home }: { mails: readonly Held[]; home: string }) {
  return (
    <section className="stack" aria-labelledby="held">
      <h2 className="title-m" id="held">
        {m['answers.review.held']()}
      </h2>
      <ul className="clashes">
        {mails.map((mail) => (
          <li key={mail.id} className="clash">
            <StateMark tone="care">{mail.says || m['answers.review.words']()}</StateMark>
            <div className="stack snug">
              <p>
                <strong>{mail.name}</strong>
                {mail.sessionId && (
                  <>
                    {' · '}
                    <a href={`${home}/agenda/sessions/${mail.sessionId}`}>{mail.about}</a>
                  </>
                )}
              </p>
              <p className="small soft">
                {mail.from} · {mail.receivedAt}
              </p>
              {mail.wanted && (
                <p>
                  {m['answers.review.wanted']()} <strong>{mail.wanted}</strong>
                </p>
              )}
              {mail.delegate && (
                <p>
                  {m['answers.review.delegate']()} <strong>{mail.delegate}</strong>
                </p>
              )}
              <p>{mail.why}</p>
              {mail.text && <blockquote className="soft">{mail.text}</blockquote>}
              <div className="cluster">
                {mail.mayAccept && (
                  <form method="post" action={`${home}/answers/${mail.id}/acceptance`}>
                    <Button>{m['answers.review.accept']()}</Button>
                  </form>
                )}
                <form method="post" action={`${home}/answers/${mail.id}/dismissal`}>
                  <Button variant="quiet">{m['answers.review.dismiss']()}</Button>
                </form>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What came in of late and needed nobody. */
export function RecentMails({ mails }: { mails: readonly Mail[] }) {
  return (
    <section className="stack" aria-labelledby="recent">
      <h2 className="title-m" id="recent">
        {m['answers.review.recent']()}
      </h2>
      <DataTable
        caption={m['answers.review.recent']()}
        captionHidden
        rows={mails}
        rowKey={(mail) => mail.id}
        columns={[
          {
            key: 'name',
            header: m['answers.review.who'](),
            names: true,
            cell: ({ name, from }) => name || from,
          },
          { key: 'about', header: m['answers.review.session'](), cell: ({ about }) => about || '—' },
          {
            key: 'what',
            header: m['answers.review.what'](),
            cell: ({ why, wanted, isRecorded }) => (
              <>
                <StateMark tone={isRecorded ? 'good' : 'plain'}>{why}</StateMark>
                {wanted && <span className="small soft"> {wanted}</span>}
              </>
            ),
          },
          { key: 'at', header: m['answers.review.when'](), cell: ({ receivedAt }) => receivedAt },
        ]}
      />
    </section>
  )
}
