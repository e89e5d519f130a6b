/* Messages with something to tap. Every type has the same frame: header, body, footer. */

function frame(message, { header, body, footer }) {
	return [
		header?.type === 'text'
			? text(header.text, 'text head')
			: mediaOf(message, words(header?.type), header?.[header?.type]),
		text(body?.text),
		text(footer?.text, 'foot'),
	];
}

function listSheet(message, { button, sections }) {
	openSheet(
		words(button),
		listOf(sections).map((section) => [
			words(section.title) && make('h3', '', words(section.title)),
			listOf(section.rows).map((row) => {
				const element = make(
					'label',
					'row',
					make('b', '', words(row.title)),
					small(row.description),
					make('span', 'radio'),
				);
				element.addEventListener('click', () => void answer(message, tapped.listRow(row)));
				return element;
			}),
		]),
	);
}

function flowSheet(parameters) {
	const { screen, data } = isObject(parameters.flow_action_payload)
		? parameters.flow_action_payload
		: {};
	openSheet(words(parameters.flow_cta), [
		facts([
			['Flow', words(parameters.flow_name) || words(parameters.flow_id)],
			['Mode', words(parameters.mode)],
			['Starts with', words(screen) || words(parameters.flow_action)],
		]),
		isObject(data) && raw(data),
	]);
}

function addressSheet(parameters) {
	const filled = (values) =>
		facts(
			Object.entries(isObject(values) ? values : {}).map(([key, value]) => [
				sentence(key),
				words(value),
			]),
		);
	const errors = filled(parameters.validation_errors);
	openSheet('Delivery address', [
		filled(parameters.values),
		errors && [make('h3', '', 'Needs correction'), errors],
		listOf(parameters.saved_addresses).map(({ value }) => [
			make('h3', '', 'Saved address'),
			filled(value),
		]),
	]);
}

function cardChoices(message, action) {
	const { display_text: label, url } = action.parameters ?? {};
	const replies = listOf(action.buttons).map((button) => {
		const reply = button.quick_reply ?? button.reply;
		return choice('reply', reply?.title, {
			onTap: () => void answer(message, tapped.replyButton(reply ?? {})),
		});
	});
	return words(url) ? [choice('open', label, { href: url, detail: url })] : replies;
}

function interactiveCarousel(message, action) {
	const cards = listOf(action.cards).map((one) => {
		const its = isObject(one.action) ? one.action : {};
		const isProduct = words(its.product_retailer_id) !== '';
		return {
			body: [isProduct && product(its, its.catalog_id), frame(message, one)],
			choices: isProduct ? [choice('bag', 'View')] : cardChoices(message, its),
		};
	});
	return { below: [carousel(cards)] };
}

/** What each type adds to the frame: above it, under it, and what can be tapped. */
const interactiveParts = {
	button: (message, action) => ({ choices: cardChoices(message, action) }),
	list: (message, action) => ({
		choices: [choice('list', action.button, { onTap: () => listSheet(message, action) })],
	}),
	cta_url: (message, action) => ({ choices: cardChoices(message, action) }),
	flow: (message, action, parameters) => ({
		choices: [
			choice('form', parameters.flow_cta, {
				detail: lower(parameters.mode) === 'draft' && 'Draft',
				onTap: () => flowSheet(parameters),
			}),
		],
	}),
	location_request_message: (message) => ({
		choices: [
			choice('pin', 'Send location', { onTap: () => void answer(message, tapped.location()) }),
		],
	}),
	address_message: (message, action, parameters) => ({
		choices: [choice('pin', 'Provide address', { onTap: () => addressSheet(parameters) })],
	}),
	product: (message, action) => ({
		above: [product(action, action.catalog_id)],
		choices: [choice('bag', 'View')],
	}),
	product_list: (message, { sections, catalog_id: catalogId }) => ({
		above: [notice('bag', itemCount(sections), `Catalog ${words(catalogId)}`)],
		choices: [
			choice('list', 'View items', {
				onTap: () => openSheet('Items', productSections(sections, catalogId)),
			}),
		],
	}),
	catalog_message: (message, action, parameters) => ({
		above: [
			words(parameters.thumbnail_product_retailer_id)
				? product({ product_retailer_id: parameters.thumbnail_product_retailer_id })
				: notice('bag', 'Catalog'),
		],
		choices: [choice('bag', 'View catalog')],
	}),
	carousel: interactiveCarousel,
	call_permission_request: ({ fromName }) => ({
		above: [callPermission(fromName)],
		choices: [choice('phone', 'Choose preference')],
	}),
	voice_call: (message, action, parameters) => ({
		choices: [choice('phone', words(parameters.display_text) || 'Call Now')],
	}),
	request_contact_info: () => ({ choices: [choice('card', 'Share contact info')] }),
	order_details: (message, action, parameters) => ({
		under: [orderCard(parameters)],
		choices: [choice('bag', 'Review and pay')],
	}),
	order_status: (message, action, parameters) => ({
		under: [orderStatusCard(parameters)],
		choices: [choice('bag', 'Review order')],
	}),
};

const callPermission = (business) =>
	notice(
		'phone',
		`${business} would like to call you`,
		'You decide whether to allow it, and for how long',
	);

function interactive(message, content) {
	const action = isObject(content.action) ? content.action : {};
	const parameters = isObject(action.parameters) ? action.parameters : {};
	if (!Object.hasOwn(interactiveParts, words(content.type)))
		return { body: [frame(message, content), raw(content)] };
	const parts = interactiveParts[content.type](message, action, parameters);
	const { above = [], under = [], choices = [], below = [] } = parts;
	return { body: [above, frame(message, content), under], choices, below };
}
