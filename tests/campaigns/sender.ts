import { feedCampaigns } from '#app/features/campaigns/domain/feed-campaigns.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'

// What a process with a worker does of campaigns, until it is killed.
const transport = openTransport({ root: '.' })
for (;;) {
  await feedCampaigns()
  await sendDueMail({ transport })
}
