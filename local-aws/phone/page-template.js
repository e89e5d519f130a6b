/* A template message: the definition that was approved, with what was sent filled in. */

const componentOf = (components, type) =>
	listOf(components).find((component) => lower(component.type) === type);

const parametersOf = (component) => listOf(component?.parameters);

const valueOf = (parameter) =>
	words(parameter?.text) ||
	words(parameter?.currency?.fallback_value) ||
	words(parameter?.date_time?.fallback_value);

/** A variable nobody filled stays as it is, for everyone to see. */
function fill(template, parameters) {
	return words(template).replace(/\{\{\s*(\w+)\s*\}\}/g, (hole, name) => {
		const parameter =
			parameters.find((one) => one.parameter_name === name) ?? parameters[Number(name) - 1];
		return valueOf(parameter) || hole;
	});
}

function templateHeader(message, defined, sent) {
	const format = lower(defined?.format);
	const [given] = parametersOf(sent);
	if (format === 'text') return text(fill(defined.text, parametersOf(sent)), 'text head');
	const value = given?.[lower(given?.type)];
	if (!isObject(value)) return '';
	if (lower(given.type) === 'location') return place(value);
	if (lower(given.type) === 'product') return product(value, value.catalog_id);
	return mediaOf(message, lower(given.type), value);
}

function offer(defined, sent, code) {
	if (!isObject(defined?.limited_time_offer)) return '';
	const [given] = parametersOf(sent);
	const ends = given?.limited_time_offer?.expiration_time_ms;
	const details = [ends !== undefined && `Ends ${moment(ends)}`, code && `Code ${code}`];
	return notice('tag', words(defined.limited_time_offer.text), details.filter(Boolean).join(' · '));
}

/** The one place where what was sent for a button is looked for. */
function sentFor(sent, index) {
	const buttons = listOf(sent).filter((component) => lower(component.type) === 'button');
	const component = buttons.find((one) => words(one.index) === String(index));
	return { first: parametersOf(component)[0] ?? {} };
}

const isOneTimePassword = ({ url }) => words(url).includes('whatsapp.com/otp/');

const buttonDrawings = {
	quick_reply: ({ text: label }, { first }, message) =>
		choice('reply', label, {
			onTap: () =>
				void answer(message, tapped.quickReply(label, words(first.payload) || words(label))),
		}),
	phone_number: ({ text: label, phone_number: detail }) => choice('phone', label, { detail }),
	otp: ({ text: label }, { first }) =>
		choice('copy', words(label) || 'Copy code', { detail: words(first.text) }),
	url(button, sent) {
		if (isOneTimePassword(button)) return buttonDrawings.otp(button, sent);
		const address = fill(button.url, [sent.first]);
		return choice('open', button.text, { href: address, detail: address });
	},
	copy_code: ({ text: label }, { first }) =>
		choice('copy', words(label) || 'Copy offer code', { detail: words(first.coupon_code) }),
	flow: ({ text: label, ...button }, { first }) =>
		choice('form', label, {
			onTap: () =>
				flowSheet({
					...button,
					flow_cta: label,
					flow_action_payload: {
						screen: button.navigate_screen,
						data: first.action?.flow_action_data,
					},
				}),
		}),
	catalog: ({ text: label }) => choice('bag', words(label) || 'View catalog'),
	mpm: ({ text: label }, { first }) =>
		choice('list', words(label) || 'View items', {
			detail: itemCount(first.action?.sections),
			onTap: () => openSheet('Items', productSections(first.action?.sections)),
		}),
	spm: ({ text: label }) => choice('bag', words(label) || 'View'),
	order_details: ({ text: label }) => choice('bag', words(label) || 'Review and pay'),
	voice_call: ({ text: label }) => choice('phone', words(label) || 'Call now'),
	request_contact_info: ({ text: label }) => choice('card', words(label) || 'Share contact info'),
};

function templateChoices(message, defined, sent) {
	return listOf(defined?.buttons).map((button, index) => {
		const type = lower(button.type);
		return Object.hasOwn(buttonDrawings, type)
			? buttonDrawings[type](button, sentFor(sent, index), message)
			: choice('reply', words(button.text) || words(button.type));
	});
}

/** What buttons send along that is worth more than a line: products to show, an order to pay. */
function templateExtras(sent) {
	const actions = listOf(sent)
		.filter((component) => lower(component.type) === 'button')
		.flatMap(parametersOf)
		.map(({ action }) => action)
		.filter(isObject);
	return actions.map(({ order_details: order, thumbnail_product_retailer_id: id }) =>
		isObject(order) ? orderCard(order) : words(id) && product({ product_retailer_id: id }),
	);
}

function templateCards(message, defined, sent) {
	const cards = listOf(defined?.cards);
	const given = listOf(componentOf(sent, 'carousel')?.cards);
	if (cards.length === 0) return [];
	return [
		carousel(
			given.map((one, position) => {
				const index = Number(one.card_index ?? position);
				// The definition of a carousel of products shows only the first of its cards.
				const { components } = cards[index] ?? cards[0];
				return templateParts(message, components, one.components);
			}),
		),
	];
}

function templateParts(message, components, sent) {
	const defined = (type) => componentOf(components, type);
	const given = (type) => componentOf(sent, type);
	const isCoupon = (parameter) => words(parameter.coupon_code) !== '';
	const coupon = listOf(sent).flatMap(parametersOf).find(isCoupon)?.coupon_code;
	const [target] = listOf(
		parametersOf(given('tap_target_configuration'))[0]?.tap_target_configuration,
	);
	return {
		body: [
			templateHeader(message, defined('header'), given('header')),
			offer(defined('limited_time_offer'), given('limited_time_offer'), words(coupon)),
			templateExtras(sent),
			target &&
				make('div', 'preview', icon('open'), make('b', '', words(target.title)), small(target.url)),
			defined('call_permission_request') && callPermission(message.fromName),
			text(fill(defined('body')?.text, parametersOf(given('body')))),
			text(defined('footer')?.text, 'foot'),
		],
		choices: [
			...templateChoices(message, defined('buttons'), sent),
			...(defined('call_permission_request') ? [choice('phone', 'Choose preference')] : []),
		],
		below: templateCards(message, defined('carousel'), sent),
	};
}

/** A template nobody knows: its name, and what was meant to be filled in. */
function unknownTemplate(content) {
	const values = listOf(content.components).flatMap(parametersOf).map(valueOf).filter(Boolean);
	const name = words(content.name);
	return {
		body: [
			card('TPL', name, `Template · ${words(content.language?.code)}`),
			text(values.join('\n')),
		],
	};
}

function template(message, content) {
	return message.template
		? templateParts(message, message.template.components, content.components)
		: unknownTemplate(content);
}

const templateSummary = ({ template: defined, message }) =>
	defined
		? fill(
				componentOf(defined.components, 'body')?.text,
				parametersOf(componentOf(message.template?.components, 'body')),
			)
		: words(message.template?.name);
