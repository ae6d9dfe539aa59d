using MediatR;

namespace CleanApi.Application.Access;

internal sealed class DisableTotpHandler(Reauthentication reauthentication, ISender sender) : IRequestHandler<DisableTotp, Unit>
{
    public async Task<Unit> Handle(DisableTotp request, CancellationToken cancellationToken)
    {
        var account = await reauthentication.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        return await sender.Send(new RemoveTotp(account.AccountId), cancellationToken);
    }
}
