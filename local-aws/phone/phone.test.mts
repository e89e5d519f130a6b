import { createHash } from 'node:crypto';
import { useLocalAws } from '../use-local-aws.mts';
import { sendCommand, socialMessagingClient, textTo, uploadMedia } from '../clients.mts';

const aws = useLocalAws();

const hostile = '<img src=x onerror=alert(1)></script><script>alert(2)</script>';

it('gives the messages as JSON', async () => {
	await socialMessagingClient(aws).send(textTo(aws, '+4915112345678', 'hello'));
	const response = await fetch(`${aws.phoneUrl}/messages.json`);
	expect(await response.json()).toEqual(aws.phone.messages);
});

it('gives the media of a message under its name', async () => {
	const client = socialMessagingClient(aws);
	const id = await uploadMedia(aws, client, 'a.pdf', 'application/pdf', Buffer.from('%PDF'));
	const document = { id, filename: 'Menü "neu".pdf' };
	const { messageId } = await client.send(
		sendCommand(aws, { to: '+4915112345678', type: 'document', document }),
	);
	const response = await fetch(`${aws.phoneUrl}/media/${messageId}`);
	expect(response.headers.get('content-type')).toBe('application/pdf');
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	expect(response.headers.get('content-disposition')).toBe(
		"inline; filename*=UTF-8''Men%C3%BC%20%22neu%22.pdf",
	);
	expect(await response.text()).toBe('%PDF');
	expect((await fetch(`${aws.phoneUrl}/media/00000000`)).status).toBe(404);
});

it('never lets a message become markup', async () => {
	await socialMessagingClient(aws).send(textTo(aws, '+4915112345678', hostile));
	const response = await fetch(aws.phoneUrl);
	const page = await response.text();
	expect(page).not.toContain('alert(');
	expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|eval\(/);
	const messages = await fetch(`${aws.phoneUrl}/messages.json`);
	expect(messages.headers.get('content-type')).toBe('application/json');
	expect(messages.headers.get('x-content-type-options')).toBe('nosniff');
});

it('allows the page its own script and style, and nothing from elsewhere', async () => {
	const response = await fetch(aws.phoneUrl);
	const page = await response.text();
	const policy = response.headers.get('content-security-policy') ?? '';
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toContain('unsafe');
	for (const tag of ['script', 'style']) {
		const content = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '';
		const hash = createHash('sha256').update(content).digest('base64');
		expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
	}
	expect(page).not.toMatch(/(src|href)="?https?:/);
});

it('accepts faults and a reset from the page', async () => {
	const client = socialMessagingClient(aws);
	const post = (path: string, body?: string, headers = {}) =>
		fetch(aws.phoneUrl + path, { method: 'POST', body, headers });
	expect((await post('/faults', '{"kind":"throttle"}')).status).toBe(204);
	await expect(client.send(textTo(aws, '+4915112345678', 'hi'))).rejects.toThrow();
	await fetch(`${aws.phoneUrl}/faults`, { method: 'DELETE' });
	await client.send(textTo(aws, '+4915112345678', 'hi'));
	expect((await post('/faults', '{"kind":"earthquake"}')).status).toBe(400);
	expect((await post('/reset', undefined, { Origin: 'https://elsewhere.example' })).status).toBe(
		403,
	);
	expect(aws.phone.messages).toHaveLength(1);
	expect((await post('/reset')).status).toBe(204);
	expect(aws.phone.messages).toEqual([]);
});
