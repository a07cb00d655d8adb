import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { beginNews } from '../domain/begin-news.server.ts'
import { ownSupporters } from './own-supporters.server.ts'

/** Begins a campaign to the supporters who wish for news; what it says is written next. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative } = await ownSupporters(request, params)
  const { organization, campaignId } = await beginNews(ctx, initiative)
  return redirect(`/organize/organizations/${organization}/campaigns/${campaignId}/message`, 303)
}
