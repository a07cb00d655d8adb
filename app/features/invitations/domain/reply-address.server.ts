export { replyAddress } from '#app/features/mail/domain/reply-address.server.ts'
