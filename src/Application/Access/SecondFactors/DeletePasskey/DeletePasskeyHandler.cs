using MediatR;

namespace CleanApi.Application.Access;

internal sealed class DeletePasskeyHandler(Reauthentication reauthentication, ISender sender) : IRequestHandler<DeletePasskey, Unit>
{
    public async Task<Unit> Handle(DeletePasskey request, CancellationToken cancellationToken)
    {
        await reauthentication.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        return await sender.Send(new RemovePasskey(request.Id, request.Expected), cancellationToken);
    }
}
