using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Events;

internal sealed class OpenEventConnectionHandler(ILiveCallers callers, ICallerContext context) : IRequestHandler<OpenEventConnection, ILiveCaller>
{
    public Task<ILiveCaller> Handle(OpenEventConnection query, CancellationToken cancellationToken) => Task.FromResult(callers.Enter(context.Required));
}
