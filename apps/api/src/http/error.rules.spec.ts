import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { type ErrorKind, WorkflowError } from '@fashen/plugin-api';
import { answerTo } from './error.rules';

describe('an error on the wire', () => {
  it.each<[ErrorKind, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['missing', 404],
    ['conflict', 409],
    ['unprocessable', 422],
    ['locked', 423],
    ['tooMany', 429],
    ['busy', 503],
  ])('of the kind %s has the number %s and keeps its code', (kind, status) => {
    expect(answerTo(new WorkflowError('x.Y', kind, { id: 1 }))).toEqual({ status, code: 'x.Y', params: { id: 1 }, isBug: false });
  });

  it.each([
    [new NotFoundException('secret path'), 404, 'api.NOT_FOUND'],
    [new PayloadTooLargeException(), 413, 'api.TOO_LARGE'],
    [Object.assign(new URIError('x'), { status: 400 }), 400, 'api.REQUEST_REFUSED'],
    [new Error('password=hunter2'), 500, 'api.INTERNAL'],
    [Object.assign(new Error('x'), { status: 502 }), 500, 'api.INTERNAL'],
    ['a string', 500, 'api.INTERNAL'],
    [undefined, 500, 'api.INTERNAL'],
  ])('%s is answered with %s %s and nothing else', (error, status, code) => {
    expect(answerTo(error)).toMatchObject({ status, code, params: {} });
  });
});
