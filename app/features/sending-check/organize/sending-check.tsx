import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { sender } from '#app/features/mail/domain/sending/sender.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { fewMails, listChecks, startCheck } from '../domain/checks.server.ts'
import { knownFindings } from '../domain/findings.ts'
import { listKeys, sendingDomains } from '../domain/keys.server.ts'
import { dkimRecord } from '../domain/rules/dkim.ts'
import { FindingList } from './finding-list.tsx'
import { KeyRecord } from './key-record.tsx'

export const meta: MetaFunction = () => [{ title: m['sending-check.page.title']() }]

/** A look takes some seconds; one that is older and not over was cut off. */
const lastsAtMost = 60_000
/** Most are over by then; whoever asked for a slow one comes back to it. */
const patience = 5_000
const timeZone = 'Asia/Ho_Chi_Minh'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const checks = await listChecks(ctx)
  const [last] = checks
  const isRunning = last?.finishedAt === null && ctx.now.getTime() - last.startedAt.getTime() < lastsAtMost
  const shown = checks.find(({ finishedAt }) => finishedAt !== null)
  return data({
    from: sender().address,
    domains: await Promise.all(sendingDomains().map(shownDomain)),
    isRunning,
    fewMails,
    shown: shown && {
      at: shown.startedAt,
      by: shown.startedByName,
      isGreen: shown.isGreen,
      findings: knownFindings(shown.findings),
    },
    checks: checks.map(({ id, startedAt, startedByName, finishedAt, isGreen, findings }) => ({
      id,
      at: startedAt,
      by: startedByName,
      isGreen,
      isOver: finishedAt !== null,
      wrong: findings.filter(({ status }) => status === 'bad' || status === 'unknown').length,
    })),
  })
}

async function shownDomain(domain: string) {
  const keys = await listKeys(domain)
  const [newest] = keys
  return {
    domain,
    record: newest && {
      ...dkimRecord(newest),
      opens: newest.opens,
      isPublished: newest.publishedAt !== null,
    },
    isSigning: keys.some(({ publishedAt, opens }) => publishedAt !== null && opens),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { done } = await startCheck(ctx)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([done, late])
  clearTimeout(timer)
  return redirect('/organize/sending-check', 303)
}

/** Whether other hosts believe that our mail is ours, and what to do where they do not. */
export default function SendingCheckPage() {
  const { from, domains, isRunning, shown, checks, fewMails: few } = useLoaderData<typeof loader>()
  const locale = getLocale()
  return (
    <DeskPage
      title={m['sending-check.page.title']()}
      actions={
        <form method="post">
          <Button>{m['sending-check.page.check']()}</Button>
        </form>
      }
    >
      <p className="measure soft">{m['sending-check.page.lead']({ from, few: String(few) })}</p>
      {isRunning && (
        <Notice live title={m['sending-check.page.running']()}>
          <p>
            <a href="/organize/sending-check">{m['sending-check.page.look-again']()}</a>
          </p>
        </Notice>
      )}
      {shown && (
        <section className="stack snug" aria-labelledby="found">
          <h2 className="title-m" id="found">
            {m['sending-check.page.found']({ time: formatDateTime(shown.at, timeZone, locale) })}
          </h2>
          <p>
            <StateMark tone={shown.isGreen ? 'good' : 'bad'}>
              {shown.isGreen
                ? m['sending-check.page.green']()
                : m['sending-check.page.not-green']({ few: String(few) })}
            </StateMark>
          </p>
          <FindingList findings={shown.findings} />
        </section>
      )}
      <section className="stack" aria-labelledby="key">
        <h2 className="title-m" id="key">
          {m['sending-check.key.title']()}
        </h2>
        <p className="measure soft">{m['sending-check.key.lead']()}</p>
        {domains.map((one) => (
          <KeyRecord key={one.domain} {...one} />
        ))}
      </section>
      {checks.length > 0 && (
        <DataTable
          caption={m['sending-check.page.history']()}
          columns={columns()}
          rows={checks}
          rowKey={({ id }) => id}
        />
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['checks'][number]

function columns(): Column<Row>[] {
  return [
    {
      key: 'at',
      header: m['sending-check.page.when'](),
      names: true,
      cell: ({ at }) => formatDateTime(at, timeZone, getLocale()),
    },
    { key: 'by', header: m['sending-check.page.by'](), cell: ({ by }) => by },
    {
      key: 'result',
      header: m['sending-check.page.result'](),
      cell: ({ isOver, isGreen, wrong }) => {
        if (!isOver) return <StateMark>{m['sending-check.page.unfinished']()}</StateMark>
        if (isGreen) return <StateMark tone="good">{m['sending-check.page.all-right']()}</StateMark>
        return <StateMark tone="bad">{m['sending-check.page.wrong']({ count: wrong })}</StateMark>
      },
    },
  ]
}
