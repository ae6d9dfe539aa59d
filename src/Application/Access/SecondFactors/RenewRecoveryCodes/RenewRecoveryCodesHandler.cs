using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RenewRecoveryCodesHandler(Reauthentication reauthentication, ISender sender) : IRequestHandler<RenewRecoveryCodes, RecoveryCodesResponse>
{
    public async Task<RecoveryCodesResponse> Handle(RenewRecoveryCodes request, CancellationToken cancellationToken)
    {
        var account = await reauthentication.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        return await sender.Send(new ReplaceRecoveryCodes(account.AccountId), cancellationToken);
    }
}
