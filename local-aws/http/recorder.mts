export type ServiceName = 'socialMessaging' | 's3' | 'sns' | 'sts';

export interface RecordedRequest {
	service: ServiceName;
	/** Empty until known: a service that names its action in the body has to read that first. */
	action: string;
	method: string;
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	/** Empty for S3, whose payloads can be larger than memory; `bytes` counts them anyway. */
	body: Buffer;
	bytes: number;
	/** When its head had arrived, in milliseconds since 1970. */
	arrivedAt: number;
	/** When its answer was out, or its connection gone; 0 until then. */
	endedAt: number;
	/** 0 while there is no answer, and for good when the connection was cut instead. */
	status: number;
	refusedBecause?: string;
}

/** What the services were asked, in order of arrival, and how much of it at the same time. */
export class Recorder {
	readonly requests: RecordedRequest[] = [];
	readonly inFlight = { now: 0, most: 0 };

	/** Returns what to call at the end. */
	begin(request: RecordedRequest): () => void {
		this.requests.push(request);
		this.inFlight.now += 1;
		this.inFlight.most = Math.max(this.inFlight.most, this.inFlight.now);
		return () => {
			this.inFlight.now -= 1;
			request.endedAt = Date.now();
		};
	}

	/** Requests still running stay counted: they end later, and must not push the count below zero. */
	reset(): void {
		this.requests.length = 0;
		this.inFlight.most = this.inFlight.now;
	}
}
