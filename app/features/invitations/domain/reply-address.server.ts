export { isReplyToken, replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
