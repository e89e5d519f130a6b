/* Orders and money. */

/** Money comes as a whole number of the smallest unit and how many of those make one. */
function money(amount, currency) {
	if (!isObject(amount)) return '';
	const value = Number(amount.value) / Number(amount.offset ?? 100);
	try {
		return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(value);
	} catch {
		return `${value} ${words(currency)}`;
	}
}

const deductedFrom = (amount) =>
	isObject(amount) ? { ...amount, value: 0 - amount.value } : amount;

const named = (name, amount) =>
	words(amount?.description) ? `${name} (${words(amount.description)})` : name;

function orderItem(item, currency) {
	return make(
		'div',
		'product',
		make('span', 'picture', icon('bag')),
		make('b', '', words(item.name) || words(item.retailer_id)),
		small(`Quantity ${words(item.quantity)}`),
		make(
			'span',
			'price',
			isObject(item.sale_amount) && make('s', '', money(item.amount, currency)),
			money(isObject(item.sale_amount) ? item.sale_amount : item.amount, currency),
		),
	);
}

const paymentNames = {
	pix_dynamic_code: 'Pix',
	payment_link: 'Payment link',
	boleto: 'Boleto',
	offsite_card_pay: 'Card',
	payment_gateway: 'Payment gateway',
	upi_intent_link: 'UPI',
};

function orderCard(parameters) {
	const { order, currency } = parameters;
	const { items, subtotal, tax, shipping, discount, expiration } = isObject(order) ? order : {};
	const payment = listOf(parameters.payment_settings).map(({ type }) =>
		Object.hasOwn(paymentNames, words(type)) ? paymentNames[type] : words(type),
	);
	return make(
		'div',
		'order',
		make('h3', '', `Order ${words(parameters.reference_id)}`),
		listOf(items).map((item) => orderItem(item, currency)),
		facts([
			['Subtotal', money(subtotal, currency)],
			[named('Tax', tax), money(tax, currency)],
			[named('Shipping', shipping), money(shipping, currency)],
			[named('Discount', discount), money(deductedFrom(discount), currency)],
			['Total', make('b', '', money(parameters.total_amount, currency))],
			['Payment', payment.join(', ')],
			['Expires', isObject(expiration) && moment(Number(expiration.timestamp) * 1000)],
		]),
		words(expiration?.description) && small(expiration.description),
	);
}

const sentence = (value) => {
	const spaced = words(value).replace(/[-_]/g, ' ');
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

function orderStatusCard(parameters) {
	const { order, payment } = parameters;
	return make(
		'div',
		'order',
		make('h3', '', `Order ${words(parameters.reference_id)}`),
		facts([
			['Status', isObject(order) && make('b', '', sentence(order.status))],
			['Payment', sentence(payment?.status)],
			['Note', words(order?.description)],
		]),
	);
}
