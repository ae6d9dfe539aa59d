using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class UpdatePasskeyHandler(IRepository<Passkey> passkeys, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UpdatePasskey, PasskeyResponse>
{
    public async Task<PasskeyResponse> Handle(UpdatePasskey command, CancellationToken cancellationToken)
    {
        var passkey = await passkeys.SingleOrDefaultAsync(new TrackedPasskeyByIdSpec(command.Id, context.RequiredUserId), cancellationToken)
            ?? throw PasskeyErrors.NotFound(command.Id);
        passkey.Rename(command.Name.Or(passkey.Name)!, clock.GetUtcNow());
        audit.Record(passkey);
        return passkey.Adapt<PasskeyResponse>();
    }
}
