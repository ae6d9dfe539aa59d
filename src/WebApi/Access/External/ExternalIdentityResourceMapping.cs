using CleanApi.Application.Access;
using Mapster;

namespace CleanApi.WebApi.Access;

/// <summary>Maps the response to the resource.</summary>
internal sealed class ExternalIdentityResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config) =>
        config.NewConfig<ExternalIdentityResponse, ExternalIdentityResource>()
            .MapWith(identity => new ExternalIdentityResource(
                identity.Id,
                ExternalIdentityResource.TypeName,
                new ExternalIdentityAttributes(identity.Provider, Address(identity), identity.LastUsedAt, identity.CreatedAt)));

    private static string? Address(ExternalIdentityResponse identity) => identity.Email?.Value;
}
