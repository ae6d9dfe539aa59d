using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetJsonWebKeySetHandler(IPublishedKeys keys) : IRequestHandler<GetJsonWebKeySet, JsonWebKeySetResponse>
{
    public async Task<JsonWebKeySetResponse> Handle(GetJsonWebKeySet query, CancellationToken cancellationToken) => new(await keys.GetAsync(cancellationToken));
}
