import { FieldError } from '../../../form/fieldError';

/** Names and addresses that mean something only inside a machine or a network. */
const PRIVATE =
	/^(localhost|.*\.(localhost|local|internal|lan)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[(::1?|f[cd].*|fe80.*)\])$/i;

/** Makes sure that AWS can call the address of the webhook, as far as the address tells. @throws FieldError */
export function checkReachable(webhookUrl: string): void {
	const { hostname } = new URL(webhookUrl);
	if (!PRIVATE.test(hostname)) return;
	throw new FieldError(
		'AWS cannot reach this n8n from the internet',
		`The webhook URL is ${webhookUrl}. Set n8n's environment variable WEBHOOK_URL to n8n's public URL, e.g. https://n8n.example.com/, and restart n8n.`,
	);
}
