/** The services this package talks to, by the name that goes into their signatures. */
export const SERVICES = ['social-messaging', 's3', 'sns', 'sts'] as const;
export type AwsService = (typeof SERVICES)[number];
