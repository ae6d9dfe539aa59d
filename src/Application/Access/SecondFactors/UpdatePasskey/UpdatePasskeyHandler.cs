using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class UpdatePasskeyHandler(IRepository<Passkey> passkeys, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UpdatePasskey, PasskeyResponse>
{
    public async Task<PasskeyResponse> Handle(UpdatePasskey command, CancellationToken cancellationToken)
    {
        var passkey = await passkeys.SingleOrDefaultAsync(new PasskeyOfUser(command.Id, context.Required.UserId), cancellationToken)
            ?? throw PasskeyErrors.NotFound(command.Id);
        command.Expected.Require(passkey);
        passkey.Rename(command.Name.Or(passkey.Name)!.Trim(), clock.GetUtcNow());
        return passkey.Adapt<PasskeyResponse>();
    }
}
