import type { InputOf } from './members.mts';
import { boolean, integer, list, required, structure, text, textMap } from './members.mts';
import { invalidParameters, metaRefusal } from './refusals.mts';
import { checkCategory, checkLanguage, checkName } from './template-definition.mts';
import type { Component, TemplateDefinition } from './template-definition.mts';
import { generateLibraryTemplate, seedLibrary } from './template-library-seed.mts';
import type { LibraryButton, LibraryTemplate } from './template-library-seed.mts';

const name = required(text({ min: 1, max: 512 }));

const buttonMembers = {
	type: text({ min: 1, max: 25 }),
	phoneNumber: text({ min: 1, max: 20 }),
	url: textMap({ max: 10, key: { min: 1, max: 30 }, value: { min: 1, max: 400 } }),
	otpType: text({ min: 1, max: 25 }),
	zeroTapTermsAccepted: boolean(),
	supportedApps: list(textMap({ max: 10, key: { min: 1, max: 30 }, value: { min: 1, max: 100 } })),
};

const requestMembers = {
	templateName: name,
	libraryTemplateName: name,
	templateCategory: required(text({ min: 1, max: 100 })),
	templateLanguage: required(text({ min: 1, max: 6 })),
	libraryTemplateButtonInputs: list(structure(buttonMembers)),
	libraryTemplateBodyInputs: structure({
		addContactNumber: boolean(),
		addLearnMoreLink: boolean(),
		addSecurityRecommendation: boolean(),
		addTrackPackageLink: boolean(),
		codeExpirationMinutes: integer(),
	}),
};

export const libraryRequest = structure(requestMembers);

type LibraryRequest = InputOf<typeof requestMembers>;
type ButtonInput = InputOf<typeof buttonMembers>;

const matchers: Record<string, (template: LibraryTemplate, value: string) => boolean> = {
	searchKey: ({ templateName, templateBody }, value) =>
		`${templateName} ${templateBody}`.toLowerCase().includes(value.toLowerCase()),
	topic: ({ templateTopic }, value) => templateTopic === value,
	usecase: ({ templateUseCase }, value) => templateUseCase === value,
	industry: ({ templateIndustry }, value) => templateIndustry.includes(value),
	language: ({ templateLanguage }, value) => templateLanguage === value,
};

function componentOfButton(button: LibraryButton, input: ButtonInput | undefined): Component {
	const refuse = (text: string): Error => metaRefusal('Invalid library button input', text);
	const { type, text } = button;
	if (input === undefined)
		throw refuse(`The library template has a button of type ${type} and needs an input for it.`);
	if (input.type !== undefined && input.type !== type)
		throw refuse(`The library template's button is of type ${type}, not ${input.type}.`);
	if (type === 'QUICK_REPLY') return { type, text };
	if (type === 'PHONE_NUMBER') {
		if (input.phoneNumber === undefined) throw refuse('phoneNumber is missing.');
		return { type, text, phone_number: input.phoneNumber };
	}
	if (type === 'OTP')
		return { type, text, otp_type: input.otpType, supported_apps: input.supportedApps };
	const { base_url: baseUrl, url_suffix_example: example } = input.url ?? {};
	if (baseUrl === undefined) throw refuse('url.base_url is missing.');
	return { type, text, url: baseUrl, ...(example === undefined ? {} : { example: [example] }) };
}

/** Templates that Meta offers to everyone. */
export class TemplateLibrary {
	#templates = seedLibrary();

	search(filters: Record<string, string> = {}): LibraryTemplate[] {
		const tests = Object.entries(filters).map(([key, value]) => {
			const matcher = Object.hasOwn(matchers, key) ? matchers[key] : undefined;
			if (!matcher)
				throw invalidParameters(
					`Filter '${key}' is not supported. Supported are ${Object.keys(matchers).join(', ')}.`,
				);
			return (template: LibraryTemplate) => matcher(template, value);
		});
		return this.#templates.filter((template) => tests.every((test) => test(template)));
	}

	/** What a business gets when it adopts a library template. */
	definitionFor(request: LibraryRequest): TemplateDefinition {
		const original = this.#templates.find(
			({ templateName }) => templateName === request.libraryTemplateName,
		);
		if (!original)
			throw metaRefusal(
				'Library template not found',
				`There is no library template with the name ${request.libraryTemplateName}.`,
			);
		const category = checkCategory(request.templateCategory);
		if (category !== original.templateCategory)
			throw metaRefusal(
				'Category mismatch',
				`The library template ${original.templateName} is of category ${original.templateCategory}.`,
			);
		const { templateHeader, templateBody, templateBodyExampleParams: example } = original;
		const buttons = (original.templateButtons ?? []).map((button, index) =>
			componentOfButton(button, request.libraryTemplateButtonInputs?.[index]),
		);
		return {
			name: checkName(request.templateName),
			language: checkLanguage(request.templateLanguage),
			category,
			parameterFormat: 'POSITIONAL',
			components: [
				...(templateHeader ? [{ type: 'HEADER', format: 'TEXT', text: templateHeader }] : []),
				{ type: 'BODY', text: templateBody, example: { body_text: [example] } },
				...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
			],
			rest: { library_template_name: original.templateName },
		};
	}

	add(count: number): LibraryTemplate[] {
		const added = Array.from({ length: count }, (_, offset) =>
			generateLibraryTemplate(this.#templates.length + offset),
		);
		this.#templates.push(...added);
		return added;
	}

	reset(): void {
		this.#templates = seedLibrary();
	}
}
