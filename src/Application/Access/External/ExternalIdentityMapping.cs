using CleanApi.Domain.Access;
using Mapster;

namespace CleanApi.Application.Access;

/// <summary>Maps the aggregate to its response.</summary>
internal sealed class ExternalIdentityMapping : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<ExternalIdentity, ExternalIdentityResponse>();
}
