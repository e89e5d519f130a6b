/** 1024 as "1,024". */
export const grouped = (count: number | string): string =>
	String(count).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',');

/** "1 character", "2,048 characters" */
export const howMany = (count: number, thing: string): string =>
	`${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
