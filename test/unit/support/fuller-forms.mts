type Values = Record<string, unknown>;

const rows = (...row: object[]) => ({ row });

/** What the forms leave out, so that every list has a row. */
export const MORE: Record<string, Values> = {
	address_message: {
		savedAddresses: rows({ id: 'home', name: 'Asha Rao', address: 'Hill Road' }),
		validationErrors: rows({ field: 'inPinCode', message: 'Not there' }),
	},
	contacts: {
		contacts: rows({
			firstName: 'Ada',
			phones: rows({ phone: '+4915112345678' }),
			emails: rows({ email: 'ada@example.org' }),
		}),
	},
	flow: { flowId: '1013859600285441' },
	location: { locationName: 'Office' },
	order_details: {
		currency: 'INR',
		items: rows({
			name: 'Cake',
			amount: '25.00',
			quantity: 2,
			additionalFields: {
				countryOfOrigin: 'India',
				importerName: 'Acme Imports',
				importerAddressLine1: 'B8/733 Nand Nagri',
				importerCity: 'East Delhi',
				importerPostalCode: '110093',
				importerCountryCode: 'IN',
			},
		}),
		beneficiaries: rows({
			name: 'Asha Rao',
			addressLine1: '12 Hill Road',
			city: 'Mumbai',
			state: 'Maharashtra',
			postalCode: '400063',
		}),
		paymentSettings: rows({
			method: 'pix_dynamic_code',
			code: '000201',
			merchantName: 'Loja',
			key: '1',
			keyType: 'CNPJ',
		}),
		orderOptions: {
			tax: '1',
			shipping: '1',
			discount: '1',
			expiration: '2026-12-31T18:00:00Z',
		},
	},
	order_status: { paymentStatus: 'captured' },
};
