using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetPasskeyHandler(IReadRepository<Passkey> passkeys, ICallerContext context) : IRequestHandler<GetPasskey, PasskeyResponse>
{
    public async Task<PasskeyResponse> Handle(GetPasskey query, CancellationToken cancellationToken) =>
        await passkeys.SingleOrDefaultAsync(new PasskeyResponseByIdSpec(query.Id, context.RequiredUserId), cancellationToken) ?? throw PasskeyErrors.NotFound(query.Id);
}
