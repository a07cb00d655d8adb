import type { TaskList } from 'graphile-worker'
import { finishActs } from '#app/features/acts/domain/finish-acts.server.ts'
import { startImapPolling } from '#app/features/answers/domain/imap-mailbox.server.ts'
import { startSmtpListener } from '#app/features/answers/domain/smtp-listener.server.ts'
import { forgetUnproven } from '#app/features/bounces/domain/forget-unproven.server.ts'
import { eraseRemovedEvents } from '#app/features/events/domain/demo/demo-events.server.ts'
import { eraseRemovedFilms } from '#app/features/films/domain/remove-film.server.ts'
import { eraseRemovedInitiatives } from '#app/features/initiatives/domain/editing/remove-initiative.server.ts'
import { forgetWaiting } from '#app/features/lists/domain/forget-waiting.server.ts'
import { remindOfActions } from '#app/features/notes/domain/remind-of-actions.server.ts'
import { forgetRemovedPictures } from '#app/features/pictures/domain/picture-files.server.ts'
import { releaseQuotas } from '#app/features/quotas/domain/release-quotas.server.ts'
import { purgeSecurityLists } from '#app/features/security/domain/purge-security-lists.server.ts'
import { forgetBrokenUploads } from '#app/features/speaking/domain/forget-broken-uploads.server.ts'
import { forgetSupporters } from '#app/features/supporters/domain/erase-supporter.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { forgetOldAttempts } from '#app/shared/http/rate-limit.server.ts'
import { forgetOldChanges } from './features/agenda/domain/draft/forget-old-changes.server.ts'
import { startCampaigns } from './features/campaigns/domain/campaigns-loop.server.ts'
import { startOutbox } from './features/mail/domain/sending/outbox-loop.server.ts'
import { erasePastRegistrations } from './features/registration/domain/lifecycle/erase-past-registrations.server.ts'
import { tellOpenings } from './features/registration/domain/opening/tell-openings.server.ts'
import { askForFeedback } from './features/registration/domain/reminders/ask-for-feedback.server.ts'
import { remindOfEvents } from './features/registration/domain/reminders/remind-of-events.server.ts'
import { expireOffers } from './features/registration/domain/seats/expire-offers.server.ts'

/** Everything that happens by itself. A loop runs as long as its process; a task runs at the times of `crontab`. */
export const loops: ((place: { root: string }) => Promise<{ stop(): Promise<void> }>)[] = [
  startOutbox,
  () => startCampaigns(),
  startSmtpListener,
  () => startImapPolling(),
]

export const tasks: TaskList = {
  'erase-removed-events': async () => void (await eraseRemovedEvents(systemContext('clock'))),
  'erase-removed-films': async () => void (await eraseRemovedFilms(systemContext('clock'))),
  'erase-removed-initiatives': async () => void (await eraseRemovedInitiatives(systemContext('clock'))),
  'finish-acts': async () => void (await finishActs(systemContext('clock'))),
  'expire-offers': async () => void (await expireOffers(systemContext('clock'))),
  'release-quotas': async () => void (await releaseQuotas(systemContext('clock'))),
  'purge-security-lists': async () => void (await purgeSecurityLists(systemContext('clock'))),
  'erase-past-registrations': async () => void (await erasePastRegistrations(systemContext('clock'))),
  'tell-openings': async () => void (await tellOpenings(systemContext('clock'))),
  'remind-of-events': async () => void (await remindOfEvents(systemContext('clock'))),
  'ask-for-feedback': async () => void (await askForFeedback(systemContext('clock'))),
  'remind-of-actions': async () => void (await remindOfActions(systemContext('clock'))),
  'forget-old-attempts': () => forgetOldAttempts(),
  // The name of before, which may still stand in a queue.
  'forget-old-turns': () => forgetOldAttempts(),
  'forget-unproven-bounces': async () => void (await forgetUnproven(systemContext('clock'))),
  'forget-waiting': async () => void (await forgetWaiting(systemContext('clock'))),
  'forget-supporters': async () => void (await forgetSupporters(systemContext('clock'))),
  'forget-old-changes': () => forgetOldChanges(systemContext('clock')),
  'forget-removed-pictures': () => forgetRemovedPictures(systemContext('clock')),
  'forget-broken-uploads': () => forgetBrokenUploads(systemContext('clock')),
}

export const crontab = [
  '* * * * * expire-offers',
  '* * * * * finish-acts',
  '* * * * * release-quotas',
  '* * * * * purge-security-lists',
  '*/5 * * * * erase-removed-events',
  '*/5 * * * * erase-removed-films',
  '*/5 * * * * erase-removed-initiatives',
  '* * * * * remind-of-events',
  '*/5 * * * * ask-for-feedback',
  '* * * * * tell-openings',
  '7 * * * * erase-past-registrations',
  '12 * * * * remind-of-actions',
  '17 * * * * forget-old-attempts',
  '27 * * * * forget-broken-uploads',
  '32 * * * * forget-removed-pictures',
  '22 * * * * forget-waiting',
  '24 * * * * forget-supporters',
  '37 3 * * * forget-old-changes',
  '42 3 * * * forget-unproven-bounces',
].join('\n')
