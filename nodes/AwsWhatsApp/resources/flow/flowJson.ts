import { InvalidResult } from '../../../../aws/errors/errors';
import { FieldError } from '../../../../form/fieldError';
import { isRecord } from '../../../../form/unknown';
import { jsonBlob } from '../../../../form/jsonFields';
import { flag } from '../../../../form/choices';
import type { Form } from '../../../../form/form';
import type { IDataObject } from 'n8n-workflow';

const EXAMPLE_FLOW = `{
  "version": "7.3",
  "screens": [
    {
      "id": "WELCOME",
      "title": "Welcome",
      "terminal": true,
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          { "type": "TextHeading", "text": "Hello" },
          {
            "type": "Footer",
            "label": "Done",
            "on-click-action": { "name": "complete", "payload": {} }
          }
        ]
      }
    }
  ]
}`;

/** AWS's limit: 10 MB. */
const MAX_FLOW_BYTES = 10_485_760;

function flowDocument(document: unknown, label: string): IDataObject {
	if (!isRecord(document) || Object.keys(document).length === 0) {
		throw new FieldError(
			`'${label}' is ${isRecord(document) ? 'empty' : 'not a JSON object'}`,
			'Enter one Flow in curly braces, with "version" and "screens".',
		);
	}
	return document;
}

export const flowJson = (look: { required?: boolean; typeOptions?: { rows: number } } = {}) =>
	jsonBlob('Flow JSON', 'flowJson', {
		...look,
		maxBytes: MAX_FLOW_BYTES,
		check: flowDocument,
		default: EXAMPLE_FLOW,
		description: "The screens of the Flow in the format of Meta's Flow JSON, at most 10 MB",
	});

export const failOnValidationErrors = flag('Fail on Validation Errors', 'failOnValidationErrors', {
	default: true,
	description:
		'Whether an item fails when Meta finds errors in the Flow JSON. Otherwise it succeeds and lists them as validationErrors.',
});

/**
 * AWS answers with success when Meta finds a Flow invalid, so the finding comes first in the result.
 *
 * @param done what was done anyway, for the error
 * @throws InvalidResult if the user wants that to be a failure
 */
export function withVerdict(answer: IDataObject, form: Form, done: string): IDataObject {
	const { validationErrors: found, ...rest } = answer;
	const validationErrors = Array.isArray(found) ? found.map(String) : [];
	if (validationErrors.length > 0 && failOnValidationErrors.of(form.options)) {
		throw new InvalidResult(
			'The Flow JSON has validation errors',
			`${done} Meta says: ${validationErrors.slice(0, 5).join(' | ')}`,
		);
	}
	return { isValid: validationErrors.length === 0, validationErrors, ...rest };
}
