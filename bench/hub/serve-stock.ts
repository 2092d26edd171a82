import { CompiledGateway } from '../../gateway/execution/compiled-gateway.js';
import { toOutcome } from '../../gateway/execution/outcome.js';

// A process of its own: the gateway of the hub as it is, but each plan is run by the stock executor of @apollo/gateway.

CompiledGateway.prototype.execute = async function (request) {
  return toOutcome(await this.inner.executor(request));
};
await import('../../infra/processes/gateway.js');
