import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Passes connections on to another local server, but ends the first answer that is longer than
 * `bytes` in its middle.
 */
export async function breakingProxy(target: string, bytes: number) {
	const { hostname, port } = new URL(target);
	const open = new Set<Socket>();
	let broken = 0;
	const server = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		for (const socket of [client, upstream]) {
			open.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				open.delete(socket);
				client.destroy();
				upstream.destroy();
			});
		}
		client.pipe(upstream);
		let passed = 0;
		upstream.on('data', (piece: Buffer) => {
			passed += piece.length;
			if (passed > bytes && broken === 0) {
				broken += 1;
				client.destroy();
			} else {
				client.write(piece);
			}
		});
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		broken: () => broken,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => {
				server.close(resolve);
			});
		},
	};
}
