import { invalidParameters, metaRefusal, notFound } from './refusals.mts';
import { checkCategory, checkParameterFormat, parseComponents } from './template-definition.mts';
import type { TemplateDefinition } from './template-definition.mts';
import { generateTemplate } from './template-seed.mts';
import type { TemplateSeed } from './template-seed.mts';

export interface Template extends TemplateDefinition {
	metaTemplateId: string;
	status: 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
	qualityScore: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
	/** When a pending template becomes an approved one, in milliseconds since 1970. */
	approvedAt?: number;
}

/** The two ways to name one template. */
export interface TemplateKey {
	metaTemplateId: string | undefined;
	templateName: string | undefined;
	templateLanguageCode: string | undefined;
}

export interface TemplateChange {
	parameterFormat: string | undefined;
	templateCategory: string | undefined;
	templateComponents: Buffer | undefined;
	ctaUrlLinkTrackingOptedOut: boolean | undefined;
}

/** The message templates of one business account. */
export class Templates {
	#templates: Template[];
	readonly #nextId: () => string;
	readonly #reviewMilliseconds: () => number;

	constructor(nextId: () => string, reviewMilliseconds: () => number, seeds: TemplateSeed[] = []) {
		this.#nextId = nextId;
		this.#reviewMilliseconds = reviewMilliseconds;
		this.#templates = seeds.map((seed) => ({ ...seed, metaTemplateId: nextId() }));
	}

	all(): Template[] {
		for (const template of this.#templates)
			if (template.approvedAt !== undefined && Date.now() >= template.approvedAt) approve(template);
		return this.#templates;
	}

	create(definition: TemplateDefinition): Template {
		const { name, language } = definition;
		if (this.all().some((one) => one.name === name && one.language === language))
			throw metaRefusal(
				'Content in this language already exists',
				`There is already ${language} content for the template ${name}. You can create a new template and try again.`,
			);
		const created: Template = {
			...definition,
			metaTemplateId: this.#nextId(),
			status: 'PENDING',
			qualityScore: 'UNKNOWN',
		};
		this.#review(created);
		this.#templates.push(created);
		return created;
	}

	find({ metaTemplateId, templateName, templateLanguageCode }: TemplateKey): Template {
		if (
			metaTemplateId === undefined &&
			(templateName === undefined || templateLanguageCode === undefined)
		)
			throw invalidParameters(
				'Either metaTemplateId, or templateName and templateLanguageCode, must be specified.',
			);
		const found = this.all().find((one) =>
			metaTemplateId === undefined
				? one.name === templateName && one.language === templateLanguageCode
				: one.metaTemplateId === metaTemplateId,
		);
		if (!found)
			throw notFound(`Template ${metaTemplateId ?? `${templateName} (${templateLanguageCode})`}`);
		return found;
	}

	update(key: TemplateKey, change: TemplateChange): void {
		const template = this.find(key);
		if (Object.values(change).every((value) => value === undefined))
			throw metaRefusal('Nothing to change', 'No field of the template was given.');
		if (template.status === 'PENDING')
			throw metaRefusal(
				"Message template can't be edited",
				'Only templates that are approved, rejected or paused can be edited.',
			);
		const category = checkCategory(change.templateCategory ?? template.category);
		if (template.status === 'APPROVED' && category !== template.category)
			throw metaRefusal(
				"Category can't be changed",
				'The category of an approved template cannot be changed.',
			);
		const parameterFormat = checkParameterFormat(
			change.parameterFormat ?? template.parameterFormat,
		);
		const facts = { category, parameterFormat };
		const components = change.templateComponents
			? parseComponents(change.templateComponents, facts)
			: template.components;
		Object.assign(template, { ...facts, components });
		if (change.ctaUrlLinkTrackingOptedOut !== undefined)
			template.rest.cta_url_link_tracking_opted_out = change.ctaUrlLinkTrackingOptedOut;
		this.#review(template);
	}

	/** Every language of a name, or the one with the id. */
	delete(name: string, metaTemplateId?: string): void {
		const isMeant = (one: Template): boolean =>
			one.name === name && (metaTemplateId === undefined || one.metaTemplateId === metaTemplateId);
		if (!this.#templates.some(isMeant))
			throw notFound(
				`Template ${name}${metaTemplateId === undefined ? '' : ` with id ${metaTemplateId}`}`,
			);
		this.#templates = this.#templates.filter((one) => !isMeant(one));
	}

	/** Made up, for lists of many pages. */
	add(count: number): Template[] {
		const added = Array.from({ length: count }, (_, offset) => ({
			...generateTemplate(this.#templates.length + offset + 1),
			metaTemplateId: this.#nextId(),
		}));
		this.#templates.push(...added);
		return added;
	}

	approveAll(): void {
		for (const template of this.#templates) if (template.status === 'PENDING') approve(template);
	}

	#review(template: Template): void {
		template.status = 'PENDING';
		template.approvedAt = Date.now() + this.#reviewMilliseconds();
	}
}

function approve(template: Template): void {
	template.status = 'APPROVED';
	delete template.approvedAt;
}

/** The definition as Meta returns it. */
export function templateText(template: Template): string {
	return JSON.stringify({
		name: template.name,
		parameter_format: template.parameterFormat,
		components: template.components,
		language: template.language,
		status: template.status,
		category: template.category,
		...template.rest,
		id: template.metaTemplateId,
	});
}

export function summarizeTemplate(template: Template): object {
	return {
		templateName: template.name,
		metaTemplateId: template.metaTemplateId,
		templateStatus: template.status,
		templateQualityScore: template.qualityScore,
		templateLanguage: template.language,
		templateCategory: template.category,
	};
}

/** What those who create a template are told. */
export function describeNewTemplate(template: Template): object {
	return {
		metaTemplateId: template.metaTemplateId,
		templateStatus: template.status,
		category: template.category,
	};
}
