import { sleep, type IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * n8n answers a post when it has saved the execution and, where it limits how many run at once, when the
 * execution's turn has come. SNS brings no event back after an hour, so nothing is lost by waiting longer.
 */
const LONGEST_MS = 2 * 60 * 60_000;
const PAUSE_MS = 250;

/**
 * Waits until n8n has answered a post.
 *
 * @returns whether it has taken what came of it: a refusal says that it has not
 */
export async function isTaken(response: Response): Promise<boolean> {
	if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
	// Whoever posted may have hung up, while n8n is still at it.
	const until = Date.now() + LONGEST_MS;
	while (!response.writableEnded && Date.now() < until) await sleep(PAUSE_MS);
	return response.writableEnded && response.statusCode >= 200 && response.statusCode < 300;
}
