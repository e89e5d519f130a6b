import type { EndpointSettings } from '../../../aws/endpoints/endpoints.ts';
import type { AwsKeys } from '../../../aws/transport/signing.ts';

export const KEYS: AwsKeys = {
	accessKeyId: 'AKIDEXAMPLE',
	secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

export const TEMPORARY_KEYS: AwsKeys = {
	accessKeyId: 'ASIDEXAMPLE',
	secretAccessKey: 'tempJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE',
	sessionToken: 'FwoGZXIvYXdzEBYaD//token+with/slashes==',
};

export const IRELAND: EndpointSettings = { region: 'eu-west-1', custom: {} };
