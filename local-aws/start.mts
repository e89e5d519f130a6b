/** `npm start`: the stand-in alone, with every template, until Ctrl+C. */
import { addShowcaseTemplates, startLocalAws } from './index.mts';

const aws = await startLocalAws();
for (const { id } of aws.account.businessAccounts.slice(0, 1))
	addShowcaseTemplates(aws.account, id);

console.log(`Region             ${aws.region}`);
console.log(`Access key ID      ${aws.credentials.accessKeyId}`);
console.log(`Secret access key  ${aws.credentials.secretAccessKey}`);
for (const [service, url] of Object.entries(aws.endpoints)) {
	console.log(`${service.padEnd(18)} ${url}`);
}
console.log(`The phone          ${aws.phoneUrl}`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void aws.close());
