import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import type { CampaignState } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CampaignProgress } from '../domain/campaign-progress.server.ts'
import type { Standstill } from '../domain/standstill.ts'

const reasons: Record<Exclude<Standstill, 'moving' | 'over' | 'host-away'>, () => string> = {
  'not-due': m['campaigns.standstill.not-due'],
  paused: m['campaigns.standstill.paused'],
  overdue: m['campaigns.standstill.overdue'],
  'no-worker': m['campaigns.standstill.no-worker'],
  'hour-full': m['campaigns.standstill.hour-full'],
  'domain-full': m['campaigns.standstill.domain-full'],
}

type StandingProps = {
  state: string
  times: { scheduled: string; started: string; finished: string }
  progress: Pick<CampaignProgress, 'rate' | 'standstill' | 'hostSaid' | 'unknown'>
}

/** Where a campaign is, how fast it goes, and why it does not where it does not. */
export function Standing({ state, times, progress: { rate, standstill, hostSaid, unknown } }: StandingProps) {
  return (
    <>
      {standstill === 'host-away' && (
        <Notice tone="warning" title={m['campaigns.standstill.title']()}>
          {m['campaigns.standstill.host-away']({ words: hostSaid ?? '' })}
        </Notice>
      )}
      {standstill !== 'moving' && standstill !== 'over' && standstill !== 'host-away' && (
        <Notice tone="warning" title={m['campaigns.standstill.title']()}>
          {reasons[standstill]()}
        </Notice>
      )}
      {unknown > 0 && (
        <Notice tone="warning" title={m['campaigns.unknown.title']()}>
          {m['campaigns.unknown.lead']({ count: formatCount(unknown, getLocale()) })}
        </Notice>
      )}
      <DescriptionList
        entries={[
          { term: m['campaigns.state.title'](), value: state },
          { term: m['campaigns.times.scheduled'](), value: times.scheduled },
          { term: m['campaigns.times.started'](), value: times.started },
          { term: m['campaigns.times.finished'](), value: times.finished },
          {
            term: m['campaigns.rate'](),
            value:
              standstill !== 'over' && rate > 0
                ? m['campaigns.rate-value']({ count: formatCount(Math.ceil(rate), getLocale()) })
                : null,
          },
        ]}
      />
    </>
  )
}

type StepsProps = { address: string; state: CampaignState; unknown: number }

/** What can be done with it now. */
export function CampaignSteps({ address, state, unknown }: StepsProps) {
  const step = (name: string, label: string, variant: 'quiet' | 'plain' = 'quiet') => (
    <form method="post" action={`${address}/step`}>
      <Button variant={variant} name="step" value={name}>
        {label}
      </Button>
    </form>
  )
  return (
    <>
      {state === 'draft' && (
        <ButtonLink href={`${address}/sending`}>{m['campaigns.tab.sending']()}</ButtonLink>
      )}
      <form method="post" action={`${address}/copying`}>
        <Button variant="plain">{m['campaigns.step.copy']()}</Button>
      </form>
      {state === 'draft' && (
        <form method="post" action={`${address}/removal`}>
          <Button variant="plain">{m['campaigns.step.remove']()}</Button>
        </form>
      )}
      {state === 'scheduled' && step('take-back', m['campaigns.step.take-back']())}
      {state === 'sending' && step('pause', m['campaigns.step.pause']())}
      {(state === 'paused' || state === 'overdue') && step('resume', m['campaigns.step.resume']())}
      {(state === 'sending' || state === 'paused' || state === 'overdue') && (
        <ButtonLink variant="plain" href={`${address}/stop`}>
          {m['campaigns.step.stop']()}
        </ButtonLink>
      )}
      {unknown > 0 &&
        state !== 'overdue' &&
        state !== 'stopped' &&
        step('again', m['campaigns.step.again']())}
    </>
  )
}
