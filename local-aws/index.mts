/** The entry point of the stand-in: everything that others may use. All else is internal. */

export { startLocalAws } from './local-aws.mts';
export type { LocalAws } from './local-aws.mts';

// The same for all tests of a file.
export { useLocalAws, useShared } from './use-local-aws.mts';

// What a test looks at, and what it makes go wrong.
export type { Fault } from './http/faults.mts';
export type { RecordedRequest } from './http/recorder.mts';
export type { Attempt, Undelivered } from './sns/delivery.mts';
export type { Publication } from './sns/sns.mts';
export type { Subscription } from './sns/topics.mts';
export type { Change } from './sns/whatsapp-events.mts';

// AWS's own clients, connected to it, and a browser with the phone.
export { s3Client, signedFetch, socialMessagingClient, textTo, uploadMedia } from './clients.mts';
export { openPhoneScreen } from './phone/phone-screen.mts';
export type { PhoneScreen } from './phone/phone-screen.mts';

// Its data.
export { seedBusinessAccounts } from './social-messaging/seed.mts';
export { addShowcaseTemplates } from './social-messaging/template-showcase.mts';
export { NEWER_ACTIONS } from './social-messaging/newer-actions.mts';
export { topicArnOf } from './sns/topics.mts';

// What SNS posts, signed by SNS or by someone else.
export { foreignCertificate } from './sns/certificate.mts';
export type { SigningCertificate } from './sns/certificate.mts';
export { confirmation, notification, signed } from './sns/message.mts';
export type { SnsMessage } from './sns/message.mts';

// Tools that it is made with.
export { listenOnLoopback } from './http/loopback-server.mts';
export type { LoopbackServer } from './http/loopback-server.mts';
export { seededRandom } from './http/random.mts';
export { xml } from './http/xml.mts';
