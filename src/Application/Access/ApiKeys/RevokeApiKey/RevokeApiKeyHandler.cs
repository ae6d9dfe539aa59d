using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RevokeApiKeyHandler(ApiKeyOwner owner, TimeProvider clock) : IRequestHandler<RevokeApiKey, Unit>
{
    public async Task<Unit> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var key = await owner.LoadAsync(command.Id, cancellationToken);
        command.Expected.Require(key);
        key.Revoke(clock.GetUtcNow());
        return Unit.Value;
    }
}
